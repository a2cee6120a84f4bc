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
 * @param day the weekday on which they leave; if it is not a working day, the next one that is
 * @param at the time of day at which they leave, in Europe/London
 * @param lookAhead how many days ahead an organisation's mail looks
 */
@ConfigurationProperties("dovetail.digest")
@Validated
public record DigestSettings(
        @DefaultValue("MONDAY") DayOfWeek day,
        @DefaultValue("08:00") LocalTime at,
        @DefaultValue("28") @Min(1) @Max(366) int lookAhead) {}
