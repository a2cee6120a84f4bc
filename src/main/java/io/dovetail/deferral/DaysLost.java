package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many working days postponements have cost. A wait costs the working days after the day on which it began, up to the day on which
 * the review went on; while it lasts, up to the day it was put off to, or to today if that is later. Nothing sets it back: neither
 * who the task belongs to nor how often the wait was prolonged.
 */
public final class DaysLost {

    /**
     * A wait.
     *
     * @param from the day on which it began, which does not count
     * @param plannedTo the day it was put off to; none while that has not been entered
     * @param endedOn the day on which the review went on, which counts; none while it has not
     */
    public record Wait(
            LocalDate from,
            @Nullable LocalDate plannedTo,
            @Nullable LocalDate endedOn) {

        /** Its last day so far. */
        LocalDate to(LocalDate today) {
            if (endedOn != null) {
                return endedOn;
            }
            return plannedTo == null || plannedTo.isBefore(today) ? today : plannedTo;
        }
    }

    private DaysLost() {}

    /** The working days that these waits cost together, as of today. */
    public static int of(List<Wait> waits, LocalDate today, WorkingDays workingDays) {
        return waits.stream()
                .mapToInt(wait -> workingDays.between(wait.from(), wait.to(today)))
                .sum();
    }
}
