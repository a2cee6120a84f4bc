package io.dovetail.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body said of its own part once money was cut. Never changed.
 *
 * @param id its number
 * @param requestId the request that was answered
 * @param fundingCutId the cut
 * @param bodyId the body
 * @param capacity whether it can still do its part; none where it stayed silent
 * @param needs what it needs to do its part
 * @param takeOn what it could take on for others
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when, or when its silence was recorded
 */
public record CapacityAnswer(
        @Id @Nullable Long id,
        long requestId,
        long fundingCutId,
        String bodyId,
        @Nullable Capacity capacity,
        @Nullable String needs,
        @Nullable String takeOn,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** What it said, in plain words. */
    public String label() {
        return capacity == null ? "No answer" : capacity.label();
    }
}
