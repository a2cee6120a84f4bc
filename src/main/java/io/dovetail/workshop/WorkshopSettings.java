package io.dovetail.workshop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a partnership may change about its workshops ({@code dovetail.workshop.*}), in working days.
 *
 * @param papersDaysAhead how many working days before a workshop its papers go out, at the latest
 * @param troubleshootingWithin how many working days after its dates are proposed a troubleshooting workshop is held, at the latest
 */
@ConfigurationProperties("dovetail.workshop")
@Validated
public record WorkshopSettings(
        @DefaultValue("5") @Min(1) @Max(60) int papersDaysAhead,
        @DefaultValue("10") @Min(1) @Max(60) int troubleshootingWithin) {}
