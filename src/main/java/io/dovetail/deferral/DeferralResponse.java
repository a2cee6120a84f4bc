package io.dovetail.deferral;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body said to another's wish to put a review off. Never changed.
 *
 * @param requestId the request that was answered
 * @param view whether it consents; none where it stayed silent
 * @param why why not
 * @param obstacle what it thinks stands in the way
 */
public record DeferralResponse(
        @Id @Nullable Long id,
        long requestId,
        long deferralId,
        String reviewId,
        @Embedded.Empty Word word,
        @Nullable DeferralView view,
        @Nullable String why,
        @Nullable String obstacle)
        implements Said {

    /** What it said, in plain words. */
    public String label() {
        return view == null ? "No answer" : view.label();
    }
}
