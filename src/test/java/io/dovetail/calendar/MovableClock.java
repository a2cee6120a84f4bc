package io.dovetail.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it; any thread may read or move it. Its zone is UTC. */
public final class MovableClock extends Clock {

    private Instant now;

    /** Shows that moment. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Shows that date and time in London, such as {@code 2026-11-24T10:00}. */
    public static MovableClock atLondon(String dateTime) {
        return new MovableClock(london(dateTime));
    }

    /** The moment of that date and time in London, such as {@code 2026-11-24T10:00}. */
    public static Instant london(String dateTime) {
        return LocalDateTime.parse(dateTime).atZone(WorkingDays.ZONE).toInstant();
    }

    /** Moves to that moment, forwards or backwards. */
    public synchronized void set(Instant moment) {
        now = moment;
    }

    /** Moves on by that much. */
    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock is read as an instant.");
    }
}
