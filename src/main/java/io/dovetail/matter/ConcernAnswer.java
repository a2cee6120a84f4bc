package io.dovetail.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body answered to a concern. Never changed.
 *
 * @param id its number
 * @param requestId the request that was answered
 * @param concernId the concern
 * @param bodyId the body
 * @param says what it says to it; none where it stayed silent
 * @param willDo what it will do
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when, or when its silence was recorded
 */
public record ConcernAnswer(
        @Id @Nullable Long id,
        long requestId,
        long concernId,
        String bodyId,
        @Nullable String says,
        @Nullable String willDo,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** Whether the body let the time pass. */
    public boolean silent() {
        return says == null;
    }
}
