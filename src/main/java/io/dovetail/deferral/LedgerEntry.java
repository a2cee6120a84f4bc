package io.dovetail.deferral;

import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One postponement as the ledger keeps it. Never changed.
 *
 * @param deferralId the postponement it belongs to
 * @param number which postponement of this review it is, those from before the review was proposed here counted in
 * @param stage the stage it interrupted
 * @param oldOn the day on which the review stopped, or to which this wait had been put off before
 * @param newOn the day on which it is to go on now
 * @param daysLost working days that this postponement costs, as it was entered
 * @param daysLostInAll working days that all postponements of this review had cost by then, this one included
 * @param tier the tier it was weighed at
 * @param enteredAt when
 */
public record LedgerEntry(
        @Id @Nullable Long id,
        String reviewId,
        long deferralId,
        int number,
        Stage stage,
        LocalDate oldOn,
        LocalDate newOn,
        int daysLost,
        int daysLostInAll,
        int tier,
        Instant enteredAt) {

    long key() {
        if (id == null) {
            throw new IllegalStateException("This entry has not been stored yet.");
        }
        return id;
    }
}
