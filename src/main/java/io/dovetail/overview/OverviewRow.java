package io.dovetail.overview;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One review in the overview, in words; days are London days.
 *
 * @param reference what everybody calls it by
 * @param area the local area
 * @param stage how far it has got, or how it ended
 * @param age calendar days since it was proposed, up to its end
 * @param times how often it was put off
 * @param daysLost working days lost in all, as it is today
 * @param tier the tier of the latest postponement; none where there was none here
 * @param waiting who is waited for, since when, the longest first
 * @param overdue whether one of them has let the day pass
 * @param nextOn the next day on which something happens by itself; none where nothing does
 * @param next what happens then: a sentence; an empty text where nothing does
 * @param failures what has failed and waits for a hand, a sentence each
 * @param since what has become of it since the day it is compared with; none where it is compared with none
 */
public record OverviewRow(
        String reference,
        String title,
        String area,
        String stage,
        long age,
        int times,
        int daysLost,
        @Nullable Integer tier,
        List<Waiting> waiting,
        boolean overdue,
        @Nullable LocalDate nextOn,
        String next,
        List<String> failures,
        @Nullable Since since) {

    /** Takes copies of the lists. */
    public OverviewRow {
        waiting = List.copyOf(waiting);
        failures = List.copyOf(failures);
    }

    /**
     * Somebody who is waited for.
     *
     * @param who an organisation or a team
     * @param since since which day it is asked
     */
    public record Waiting(String who, LocalDate since) {}

    /**
     * What has become of a review since a day.
     *
     * @param moved whether and where it moved: a sentence
     * @param times how often it was put off
     * @param daysLost working days lost in between; less than none where it went on before its day
     */
    public record Since(String moved, int times, int daysLost) {}

    /** Who is waited for, in one line. */
    public String waitingFor() {
        return String.join("; ", waiting.stream().map(Waiting::who).distinct().toList());
    }

    /** Since when the first of them is; none where nobody is. */
    public @Nullable LocalDate waitingSince() {
        return waiting.stream().map(Waiting::since).min(LocalDate::compareTo).orElse(null);
    }

    /** What has failed, in one line: the first of it, and how much more. */
    public String failed() {
        if (failures.isEmpty()) {
            return "";
        }
        int more = failures.size() - 1;
        return more == 0 ? failures.get(0) : failures.get(0) + " " + more + " more failed too.";
    }
}
