package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.time.Duration;

/** How long a workshop lasts. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum WorkshopLength {
    /** One hour and a half. */
    NINETY_MINUTES(Duration.ofMinutes(90)),
    TWO_HOURS(Duration.ofHours(2)),
    TWO_AND_A_HALF_HOURS(Duration.ofMinutes(150)),
    THREE_HOURS(Duration.ofHours(3)),
    FOUR_HOURS(Duration.ofHours(4));

    private final Duration duration;

    WorkshopLength(Duration duration) {
        this.duration = duration;
    }

    /** The time from its beginning to its end, breaks included. */
    public Duration duration() {
        return duration;
    }
}
