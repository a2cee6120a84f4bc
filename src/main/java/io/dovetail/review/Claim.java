package io.dovetail.review;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Something that is claimed, with what kind of claim it is and where it comes from.
 *
 * @param text what is claimed
 * @param claimClass what kind of claim it is
 * @param source where it comes from
 * @param howTested how it could be tested; given for a hypothesis, and seen to by whoever claims it
 * @param bodyId the body that claims it, if the person acted for one
 * @param author the person who wrote it down
 * @param madeAt when
 */
public record Claim(
        @Id @Nullable Long id,
        String reviewId,
        String text,
        ClaimClass claimClass,
        String source,
        @Nullable String howTested,
        @Nullable String bodyId,
        @Embedded.Empty Author author,
        Instant madeAt) {}
