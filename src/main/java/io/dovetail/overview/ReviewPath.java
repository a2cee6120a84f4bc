package io.dovetail.overview;

import io.dovetail.record.Ahead;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way one review took, in words and days; days are London days.
 *
 * @param reference what everybody calls it by
 * @param areaId the id of its local area
 * @param area what that is called
 * @param state where it is: sentences
 * @param times how often it was put off
 * @param daysLost working days lost in all, as it is today
 * @param tier the tier of the latest postponement; none where there was none here
 * @param waiting who is waited for, since when, the longest first
 * @param ahead what happens next by itself, the first day first
 * @param failures what has failed and waits for a hand, a sentence each
 * @param whole the review on its diagram
 * @param stages each of its steps that led to a process of its own, with that process on its diagram
 * @param timeline the review along the days
 * @param happenings the same as a table: their days lost add up to those in all
 */
public record ReviewPath(
        String reference,
        String title,
        String areaId,
        String area,
        String state,
        int times,
        int daysLost,
        @Nullable Integer tier,
        List<OverviewRow.Waiting> waiting,
        List<Ahead> ahead,
        List<String> failures,
        DrawnDiagram whole,
        List<StagePath> stages,
        PathTimeline timeline,
        List<Happening> happenings) {

    /** Takes copies of the lists. */
    public ReviewPath {
        waiting = List.copyOf(waiting);
        ahead = List.copyOf(ahead);
        failures = List.copyOf(failures);
        stages = List.copyOf(stages);
        happenings = List.copyOf(happenings);
    }

    /**
     * A step of the review that led to a process of its own.
     *
     * @param name what the step is called
     * @param times how often it was reached
     * @param from the day on which it was reached first
     * @param to the day on which it was left; none while it is being done
     * @param diagrams the process, and then those that it led to itself
     */
    public record StagePath(
            String name,
            int times,
            LocalDate from,
            @Nullable LocalDate to,
            List<DrawnDiagram> diagrams) {

        /** Takes a copy. */
        public StagePath {
            diagrams = List.copyOf(diagrams);
        }
    }

    /**
     * Something that happened, or that the ledger tells.
     *
     * @param on the day to which it belongs
     * @param number which postponement it is; an empty text where it is none
     * @param what what happened
     * @param why who was behind it and why; an empty text where nothing is to be said
     * @param daysLost working days lost by it; none where it cost none
     */
    public record Happening(
            LocalDate on,
            String number,
            String what,
            String why,
            @Nullable Integer daysLost) {}

    /** Who is waited for, in one line. */
    public String waitingFor() {
        return String.join(
                "; ", waiting.stream().map(OverviewRow.Waiting::who).distinct().toList());
    }
}
