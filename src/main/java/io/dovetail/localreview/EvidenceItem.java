package io.dovetail.localreview;

import io.dovetail.keeping.Numbered;
import io.dovetail.request.Said;
import io.dovetail.request.Word;
import io.dovetail.review.ClaimClass;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * One piece of evidence that a body gave.
 *
 * @param id the item's number
 * @param requestId the request it answers
 * @param word which body gave it, by whom and when
 * @param statement what it says
 * @param claimClass what kind of claim it is
 * @param source where it comes from
 * @param howTested how it could be tested; given for a hypothesis
 * @param testOwner the body that tests it; given for a hypothesis
 * @param ownReviewId the number of the body's own review it was found in; none where the body was asked for evidence
 */
public record EvidenceItem(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        @Embedded.Empty Word word,
        String statement,
        ClaimClass claimClass,
        String source,
        @Nullable String howTested,
        @Nullable String testOwner,
        @Nullable Long ownReviewId)
        implements Said, Numbered {

    /** Whether the body found it in a review of its own. */
    public boolean fromOwnReview() {
        return ownReviewId != null;
    }
}
