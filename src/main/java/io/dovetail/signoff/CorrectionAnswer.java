package io.dovetail.signoff;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That the corrections that bodies asked for are settled, and what the answer was.
 *
 * @param text what was changed, and what was not and why; an empty text where there was nothing to answer
 * @param author the person who decided; none where nobody had asked for a correction
 * @param givenAt when
 */
public record CorrectionAnswer(
        @Id @Nullable Long id,
        String reviewId,
        String text,
        @Embedded.Nullable @Nullable Author author,
        Instant givenAt) {}
