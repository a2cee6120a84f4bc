package io.dovetail.signoff;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Whether a body put its name to the findings.
 *
 * @param said what it said; nothing where it stayed silent
 */
public record Signature(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable SignOff said) implements Said {

    /** What the body answered, in plain words. */
    public String viewLabel() {
        return said == null ? "No answer" : said.view().label();
    }

    /** Its dissent, as it wrote it; an empty text if it has none. */
    public String text() {
        return said == null || said.text() == null ? "" : said.text();
    }
}
