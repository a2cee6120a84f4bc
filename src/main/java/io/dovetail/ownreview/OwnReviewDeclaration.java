package io.dovetail.ownreview;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body says of a review of its own. Never changed: it may say so again, and the latest counts.
 *
 * @param said what it said; nothing where the body was asked and stayed silent
 * @param author the person who said it; none where the body stayed silent
 * @param declaredAt when, or when its silence was recorded
 */
public record OwnReviewDeclaration(
        @Id @Nullable Long id,
        long ownReviewId,
        @Embedded.Nullable @Nullable DeclareOwnReview said,
        @Embedded.Nullable @Nullable Author author,
        Instant declaredAt) {

    /** Whether the body let the time pass. */
    public boolean silent() {
        return said == null;
    }
}
