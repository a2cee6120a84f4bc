package io.dovetail.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * How a convenor settled a proposal that too few bodies joined.
 *
 * @param id its number in the table; the highest of a review counts
 * @param reviewId the reference of the review
 * @param decision what happens
 * @param reason why
 * @param personId the sign-in id of the person who decided
 * @param personName that person's name
 * @param settledAt when
 */
public record Settlement(
        @Id @Nullable Long id,
        String reviewId,
        ProposalDecision decision,
        String reason,
        String personId,
        String personName,
        Instant settledAt) {}
