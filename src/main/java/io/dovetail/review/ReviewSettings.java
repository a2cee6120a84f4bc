package io.dovetail.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many reviews one person may propose.
 *
 * @param aDay how many reviews one person may propose in a day, from midnight to midnight in London
 */
@ConfigurationProperties("dovetail.reviews")
@Validated
public record ReviewSettings(
        @DefaultValue("5") @Min(1) @Max(1000) int aDay) {}
