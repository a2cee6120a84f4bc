package io.dovetail.matter;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body said of its own part once money was cut. Never changed.
 *
 * @param requestId the request that was answered
 * @param said what it said; nothing where it stayed silent
 */
public record CapacityAnswer(
        @Id @Nullable Long id,
        long requestId,
        long fundingCutId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable CheckCapacity said)
        implements Said {}
