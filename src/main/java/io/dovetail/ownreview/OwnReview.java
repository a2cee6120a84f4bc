package io.dovetail.ownreview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A review that a body makes by itself. What it is about is in its {@link OwnReviewDeclaration}s.
 *
 * @param reviewId the reference of the common review
 * @param announcedAt when it became known
 * @param openedAt when the others were asked about it; none while its scope and dates are not known
 */
public record OwnReview(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        Instant announcedAt,
        @Nullable Instant openedAt) {

    /** The number of an own review that has been stored. */
    public long number() {
        if (id == null) {
            throw new IllegalStateException("This own review has not been stored yet.");
        }
        return id;
    }
}
