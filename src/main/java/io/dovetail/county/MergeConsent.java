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
 * @param said what it says; nothing where it stayed silent, which is no consent
 */
public record MergeConsent(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable ConsentToMerge said)
        implements Said {

    /** What it says in plain words. */
    public String label() {
        return said == null ? "No answer" : said.view().label();
    }

    /** Why it objects; an empty text if it does not. */
    public String why() {
        return said == null || said.why() == null ? "" : said.why();
    }

    boolean consents() {
        return said != null && said.view() == MergeView.CONSENT;
    }
}
