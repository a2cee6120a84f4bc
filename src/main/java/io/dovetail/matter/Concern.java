package io.dovetail.matter;

import io.dovetail.review.ClaimClass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something that worries a body of a review, with what kind of claim it is. Never changed.
 *
 * @param id its number
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param text what it is
 * @param claimClass what kind of claim it is
 * @param source where it comes from
 * @param wouldHelp what would help, as the body sees it
 * @param personId the sign-in id of the person who raised it
 * @param personName that person's name
 * @param raisedAt when
 */
public record Concern(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        String text,
        ClaimClass claimClass,
        String source,
        @Nullable String wouldHelp,
        String personId,
        String personName,
        Instant raisedAt) {

    /** The number of a concern that has been stored. */
    public long number() {
        if (id == null) {
            throw new IllegalStateException("This concern has not been stored yet.");
        }
        return id;
    }
}
