package io.dovetail.signoff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That the convenor settled the corrections that bodies asked for, and what the answer was.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param text what was changed, and what was not and why; an empty text where there was nothing to answer
 * @param personId the sign-in id of the person who decided
 * @param personName that person's name
 * @param givenAt when
 */
public record CorrectionAnswer(
        @Id @Nullable Long id, String reviewId, String text, String personId, String personName, Instant givenAt) {}
