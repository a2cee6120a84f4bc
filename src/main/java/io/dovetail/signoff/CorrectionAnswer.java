package io.dovetail.signoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That the corrections that bodies asked for are settled, and what the answer was.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param text what was changed, and what was not and why; an empty text where there was nothing to answer
 * @param personId the sign-in id of the person who decided; none where nobody had asked for a correction
 * @param personName that person's name; none where nobody had asked for a correction
 * @param givenAt when
 */
public record CorrectionAnswer(
        @Id @Nullable Long id,
        String reviewId,
        String text,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {}
