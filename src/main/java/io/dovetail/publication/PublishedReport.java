package io.dovetail.publication;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That a review's report was published, and when its effects are looked at again.
 *
 * @param statement what the partnership says to the public
 * @param publishedAt when
 * @param firstFollowUpAt when owners are first asked how far they are
 * @param secondFollowUpAt when they are asked again
 * @param author the person who published it
 */
public record PublishedReport(
        @Id @Nullable Long id,
        String reviewId,
        String statement,
        Instant publishedAt,
        Instant firstFollowUpAt,
        Instant secondFollowUpAt,
        @Embedded.Empty Author author) {}
