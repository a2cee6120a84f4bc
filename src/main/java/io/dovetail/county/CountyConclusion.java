package io.dovetail.county;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What follows for a local review from what the county answered.
 *
 * @param text what follows
 * @param author the convenor who wrote it down
 * @param concludedAt when
 */
public record CountyConclusion(
        @Id @Nullable Long id,
        String reviewId,
        String text,
        @Embedded.Empty Author author,
        Instant concludedAt) {}
