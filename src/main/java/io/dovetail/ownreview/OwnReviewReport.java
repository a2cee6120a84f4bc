package io.dovetail.ownreview;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What came of asking a body for the findings of its own review; the findings themselves are evidence. Never changed.
 *
 * @param requestId the request that was answered
 * @param nothingWhy why it has no findings; none where it gave some, or stayed silent
 * @param silent whether it let the time pass
 * @param author the person who answered; none where the body stayed silent
 * @param reportedAt when, or when its silence was recorded
 */
public record OwnReviewReport(
        @Id @Nullable Long id,
        long requestId,
        long ownReviewId,
        @Nullable String nothingWhy,
        boolean silent,
        @Embedded.Nullable @Nullable Author author,
        Instant reportedAt) {}
