package io.dovetail.deferral;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That a review stood still because a step was not done when it was due, as the ledger keeps it. Never changed.
 *
 * @param seatId the id of the seat that had to act
 * @param seatName what it was called then
 * @param step what was to be done: a verb and its object
 * @param dueOn the day on which the step was due
 * @param fromOn the day after which the days of this entry begin
 * @param toOn the last of them
 * @param days working days lost between the two
 * @param tier the tier it has reached with them
 * @param recordedAt when
 */
public record StoodStill(
        @Id @Nullable Long id,
        String reviewId,
        String seatId,
        String seatName,
        String step,
        LocalDate dueOn,
        LocalDate fromOn,
        LocalDate toOn,
        int days,
        int tier,
        Instant recordedAt) {

    boolean isOf(String seat, String what, LocalDate due) {
        return seatId.equals(seat) && step.equals(what) && dueOn.equals(due);
    }
}
