package io.dovetail.matter;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body said of its own part once money was cut. Never changed.
 *
 * @param id its number
 * @param requestId the request that was answered
 * @param fundingCutId the cut
 * @param word whose word it is, who gave it and when
 * @param said what it said; nothing where it stayed silent
 */
public record CapacityAnswer(
        @Id @Nullable Long id,
        long requestId,
        long fundingCutId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable CheckCapacity said)
        implements Said {}
