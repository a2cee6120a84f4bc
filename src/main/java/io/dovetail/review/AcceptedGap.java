package io.dovetail.review;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That a review goes on although a voice or a kind of body is missing, and why.
 *
 * @param why why nobody could be added
 * @param author the person who decided
 * @param acceptedAt when
 */
public record AcceptedGap(
        @Id @Nullable Long id,
        String reviewId,
        String why,
        @Embedded.Empty Author author,
        Instant acceptedAt) {}
