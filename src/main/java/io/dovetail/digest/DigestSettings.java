package io.dovetail.digest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When the weekly mails leave ({@code dovetail.digest.*}).
 *
 * @param day the day of the week; where it is no working day, the next one that is
 * @param at the time of day, Europe/London
 * @param lookAhead how many days ahead a body's digest looks
 */
@ConfigurationProperties("dovetail.digest")
@Validated
public record DigestSettings(
        @DefaultValue("MONDAY") DayOfWeek day,
        @DefaultValue("08:00") LocalTime at,
        @DefaultValue("28") @Min(1) @Max(366) int lookAhead) {}
