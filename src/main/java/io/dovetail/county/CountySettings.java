package io.dovetail.county;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much time the county has, in working days.
 *
 * @param confirmWithin how long the county lead has to confirm a county review that somebody has reported
 * @param answerWithin how long the county lead has to answer a local finding that has arrived
 * @param waitAtMost how long a local review waits for the county's answers before it goes on without them
 */
@ConfigurationProperties("dovetail.county")
@Validated
public record CountySettings(
        @DefaultValue("15") @Min(1) @Max(250) int confirmWithin,
        @DefaultValue("15") @Min(1) @Max(250) int answerWithin,
        @DefaultValue("20") @Min(1) @Max(250) int waitAtMost) {}
