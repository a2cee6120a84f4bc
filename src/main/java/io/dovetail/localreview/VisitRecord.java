package io.dovetail.localreview;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * The visits of a review.
 *
 * @param said where, when, who went and what was seen
 * @param author the person who wrote it down
 * @param recordedAt when it was written down
 */
public record VisitRecord(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty RecordVisits said,
        @Embedded.Empty Author author,
        Instant recordedAt) {}
