package io.dovetail.signoff;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body said of the drafted findings.
 *
 * @param said what it said; nothing where it stayed silent
 */
public record FindingCheck(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable CheckFindings said)
        implements Said {

    /** What the body answered, in plain words. */
    public String accuracyLabel() {
        return said == null ? "No answer" : said.accuracy().label();
    }

    /** Whether it asked for a correction. */
    boolean asksForCorrection() {
        return said != null && said.accuracy() == Accuracy.NEEDS_CORRECTION;
    }

    /** What should be corrected; an empty text if nothing should. */
    public String corrections() {
        return said == null || said.corrections() == null ? "" : said.corrections();
    }
}
