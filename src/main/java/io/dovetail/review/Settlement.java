package io.dovetail.review;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * How a convenor settled a proposal that too few bodies joined.
 *
 * @param id its number in the table; the highest of a review counts
 * @param said what happens, and why
 * @param author the person who decided
 * @param settledAt when
 */
public record Settlement(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty SettleProposal said,
        @Embedded.Empty Author author,
        Instant settledAt) {}
