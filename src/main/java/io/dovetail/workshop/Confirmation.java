package io.dovetail.workshop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A body's word on the record of a workshop.
 *
 * @param id its number
 * @param requestId the request it answers
 * @param workshopId the workshop
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param silent whether the body let the time pass, which confirms nothing and contests nothing
 * @param confirmed whether the body confirmed the record
 * @param whatIsWrong what it says is wrong, where it did not
 * @param ownView its own view, kept beside the record as it was written
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param recordedAt when it answered or silence was recorded
 */
public record Confirmation(
        @Id @Nullable Long id,
        long requestId,
        long workshopId,
        String reviewId,
        String bodyId,
        boolean silent,
        boolean confirmed,
        @Nullable String whatIsWrong,
        @Nullable String ownView,
        @Nullable String personId,
        @Nullable String personName,
        Instant recordedAt) {}
