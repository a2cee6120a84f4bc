package io.dovetail.matter;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body answered to a concern. Never changed.
 *
 * @param requestId the request that was answered
 * @param said what it said; nothing where it stayed silent
 */
public record ConcernAnswer(
        @Id @Nullable Long id,
        long requestId,
        long concernId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable AnswerConcern said)
        implements Said {}
