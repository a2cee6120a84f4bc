package io.dovetail.county;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much time the county has, in working days.
 *
 * @param confirmWithin from somebody saying that there is a county review to its confirmation being due
 * @param answerWithin from a local finding being taken in to its answer being due
 * @param waitAtMost from the findings being sent to the local review going on without the answers
 */
@ConfigurationProperties("dovetail.county")
@Validated
public record CountySettings(
        @DefaultValue("15") @Min(1) @Max(250) int confirmWithin,
        @DefaultValue("15") @Min(1) @Max(250) int answerWithin,
        @DefaultValue("20") @Min(1) @Max(250) int waitAtMost) {}
