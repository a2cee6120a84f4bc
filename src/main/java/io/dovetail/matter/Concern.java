package io.dovetail.matter;

import io.dovetail.directory.Author;
import io.dovetail.keeping.Numbered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Something that worries a body of a review, with what kind of claim it is. Never changed.
 *
 * @param said what it is, as it was raised
 * @param author who raised it
 * @param raisedAt when
 */
public record Concern(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        @Embedded.Empty RaiseConcern said,
        @Embedded.Empty Author author,
        Instant raisedAt)
        implements Numbered {}
