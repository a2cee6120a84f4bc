package io.dovetail.county;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body says to merging its local review into the county's. Never changed.
 *
 * @param requestId the request it answers
 * @param view what it says; none where it stayed silent, which is no consent
 * @param why why it objects
 */
public record MergeConsent(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        @Embedded.Empty Word word,
        @Nullable MergeView view,
        @Nullable String why)
        implements Said {

    /** What it says in plain words. */
    public String label() {
        return view == null ? "No answer" : view.label();
    }
}
