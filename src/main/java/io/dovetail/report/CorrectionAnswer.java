package io.dovetail.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What the convenor answered to the corrections that bodies asked for.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param text what was changed, and what was not and why
 * @param personId the sign-in id of the person who decided
 * @param personName that person's name
 * @param givenAt when
 */
public record CorrectionAnswer(
        @Id @Nullable Long id, String reviewId, String text, String personId, String personName, Instant givenAt) {}
