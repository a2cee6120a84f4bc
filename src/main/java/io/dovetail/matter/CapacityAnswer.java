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
 * @param capacity whether it can still do its part; none where it stayed silent
 * @param needs what it needs to do its part
 * @param takeOn what it could take on for others
 */
public record CapacityAnswer(
        @Id @Nullable Long id,
        long requestId,
        long fundingCutId,
        @Embedded.Empty Word word,
        @Nullable Capacity capacity,
        @Nullable String needs,
        @Nullable String takeOn)
        implements Said {

    /** What it said, in plain words. */
    public String label() {
        return capacity == null ? "No answer" : capacity.label();
    }
}
