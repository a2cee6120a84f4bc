package io.dovetail.matter;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That a body of a review has less money than before. Never changed.
 *
 * @param id its number
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param what what was cut
 * @param cutFrom from which day
 * @param noLonger what the body can no longer do
 * @param personId the sign-in id of the person who reported it
 * @param personName that person's name
 * @param reportedAt when
 */
public record FundingCut(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        String what,
        LocalDate cutFrom,
        String noLonger,
        String personId,
        String personName,
        Instant reportedAt) {

    /** The number of a cut that has been stored. */
    public long number() {
        if (id == null) {
            throw new IllegalStateException("This funding cut has not been stored yet.");
        }
        return id;
    }
}
