package io.dovetail.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords, by name and address and by address alone: after some wrong ones each further try has to
 * wait, longer each time, and never for good. Somebody else at another address signs in meanwhile under the same name, so
 * nobody can lock anybody out. Counted in each program for itself.
 */
@Component
class WrongPasswords {

    static final int FREE_TRIES = 5;
    static final int FREE_TRIES_OF_AN_ADDRESS = 100;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** So many that nobody pushes their own out, and few enough to hold. */
    private static final int MOST_KEPT = 10_000;

    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEPT;
        }
    };

    WrongPasswords(Clock clock) {
        this.clock = clock;
    }

    /** How long this person has to wait at this address; zero if they may try now. */
    synchronized Duration waitOf(String person, String address) {
        Duration pair = left(counts.get(pair(person, address)));
        Duration all = left(counts.get(address));
        return pair.compareTo(all) > 0 ? pair : all;
    }

    synchronized void wrong(String person, String address) {
        count(pair(person, address), FREE_TRIES);
        count(address, FREE_TRIES_OF_AN_ADDRESS);
    }

    synchronized void right(String person, String address) {
        counts.remove(pair(person, address));
    }

    /** What is said to whoever has to wait. */
    static String sentence(Duration wait) {
        long minutes = (wait.toSeconds() + 59) / 60;
        return "There were too many wrong passwords. Please try again in "
                + (minutes <= 1 ? "a minute." : minutes + " minutes.");
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Count before = counts.get(key);
        int wrong = before == null || before.forgottenAt().isBefore(now) || now.isBefore(before.at())
                ? 1
                : before.wrong() + 1;
        Duration wait = Duration.ZERO;
        if (wrong >= free) {
            long times = 1L << Math.min(wrong - free, 10);
            wait = FIRST_WAIT.multipliedBy(times);
            if (wait.compareTo(LONGEST_WAIT) > 0) {
                wait = LONGEST_WAIT;
            }
        }
        counts.put(key, new Count(wrong, now, now.plus(wait)));
    }

    private Duration left(@Nullable Count count) {
        Instant now = clock.instant();
        // Where the clock has been set back, nobody waits for an hour that may be days away.
        if (count == null || now.isBefore(count.at()) || now.isAfter(count.until())) {
            return Duration.ZERO;
        }
        return Duration.between(now, count.until());
    }

    private static String pair(String person, String address) {
        return person.toLowerCase(Locale.ROOT) + " " + address;
    }

    /**
     * @param at when the last wrong one was tried
     * @param until when the next try is allowed
     */
    private record Count(int wrong, Instant at, Instant until) {

        Instant forgottenAt() {
            return until.plus(LONGEST_WAIT);
        }
    }
}
