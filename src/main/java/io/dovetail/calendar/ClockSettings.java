package io.dovetail.calendar;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How fast time runs ({@code dovetail.clock}). For trying out only: production keeps real time.
 *
 * @param day how long a day lasts, such as {@code 10s}, from one second to 24 hours; unless set, time is real
 * @param file where the clock of shortened days keeps how far it has come, so that a restart never takes it back
 */
@ConfigurationProperties("dovetail.clock")
public record ClockSettings(
        @Nullable Duration day, @DefaultValue("data/clock") Path file) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    /**
     * Checks the length of the day.
     *
     * @throws IllegalArgumentException in one sentence for whoever set it; it stops the start
     */
    public ClockSettings {
        if (day != null && (day.compareTo(SHORTEST) < 0 || day.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "dovetail.clock.day must lie between 1s (a day passes in a second) and 24h (real time).");
        }
    }
}
