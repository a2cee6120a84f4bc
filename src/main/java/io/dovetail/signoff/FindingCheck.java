package io.dovetail.signoff;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body said of the drafted findings.
 *
 * @param accuracy whether it found them accurate; none where it stayed silent
 * @param corrections what should be corrected
 */
public record FindingCheck(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty Word word,
        @Nullable Accuracy accuracy,
        @Nullable String corrections)
        implements Said {

    /** What the body answered, in plain words. */
    public String accuracyLabel() {
        return accuracy == null ? "No answer" : accuracy.label();
    }
}
