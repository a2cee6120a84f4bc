package io.dovetail.ownreview;

import io.dovetail.keeping.Numbered;
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
        @Nullable Instant openedAt) implements Numbered {}
