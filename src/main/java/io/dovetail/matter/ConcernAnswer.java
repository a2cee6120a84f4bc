package io.dovetail.matter;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body answered to a concern. Never changed.
 *
 * @param id its number
 * @param requestId the request that was answered
 * @param concernId the concern
 * @param word whose word it is, who gave it and when
 * @param said what it said; nothing where it stayed silent
 */
public record ConcernAnswer(
        @Id @Nullable Long id,
        long requestId,
        long concernId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable AnswerConcern said)
        implements Said {}
