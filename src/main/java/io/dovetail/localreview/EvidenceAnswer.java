package io.dovetail.localreview;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That a body was asked for evidence and what came of it; the evidence itself is in {@link EvidenceItem}s.
 *
 * @param requestId the request it answers
 * @param nothingToAdd whether it said that it has nothing to add
 */
public record EvidenceAnswer(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        @Embedded.Empty Word word,
        boolean nothingToAdd) implements Said {}
