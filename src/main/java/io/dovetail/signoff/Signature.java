package io.dovetail.signoff;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Whether a body put its name to the findings.
 *
 * @param view whether it agrees; none where it stayed silent
 * @param text its dissent, as it wrote it
 */
public record Signature(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty Word word,
        @Nullable SignOffView view,
        @Nullable String text)
        implements Said {

    /** What the body answered, in plain words. */
    public String viewLabel() {
        return view == null ? "No answer" : view.label();
    }
}
