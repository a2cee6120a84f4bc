package io.dovetail.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/**
 * A clock whose days are shorter than real ones, so that weeks of a review can be watched in minutes.
 *
 * <p>It never runs backwards, not over restarts either, because rows and timers written before a restart would then lie
 * in the future. It starts at the real time or where an earlier run may have got to, whichever is later; and before it
 * shows a moment, it has remembered one at or after it. It remembers about a real second's worth ahead, so it writes at
 * most once a real second, and a restart moves it on by no more than that.
 */
public final class ShortDayClock extends Clock {

    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Clock real;
    private final Duration day;
    private final Consumer<Instant> memory;
    private final Instant realStart;
    private final Instant start;
    private Instant shown;
    private Instant remembered;

    /**
     * Starts the clock.
     *
     * @param real the real time
     * @param day how long a day lasts in real time
     * @param notBefore a moment that an earlier run may have shown; the clock starts there or later
     * @param memory keeps the moment given to it, as the next run's {@code notBefore}; called by whichever thread asks
     *     for the time
     */
    ShortDayClock(Clock real, Duration day, Instant notBefore, Consumer<Instant> memory) {
        this.real = real;
        this.day = day;
        this.memory = memory;
        this.realStart = real.instant();
        this.start = realStart.isAfter(notBefore) ? realStart : notBefore;
        this.shown = start;
        this.remembered = start;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = start.plus(lengthened(Duration.between(realStart, real.instant())));
        // The machine's own time may be put back; ours still only goes on.
        if (now.isAfter(shown)) {
            shown = now;
        }
        if (!shown.isBefore(remembered)) {
            remembered = shown.plus(lengthened(Duration.ofSeconds(1)));
            memory.accept(remembered);
        }
        return shown;
    }

    /** How much time passes on this clock in so much real time. Durations are exact, so this cannot overflow. */
    public Duration lengthened(Duration realTime) {
        return realTime.multipliedBy(DAY_MILLIS).dividedBy(day.toMillis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        // Zones are WorkingDays' affair; a clock here is asked for instants only.
        throw new UnsupportedOperationException("This clock is read as an instant.");
    }
}
