package io.dovetail.deferral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body said to another's wish to put a review off. Never changed.
 *
 * @param id its number
 * @param requestId the request that was answered
 * @param deferralId the postponement
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param view whether it consents; none where it stayed silent
 * @param why why not
 * @param obstacle what it thinks stands in the way
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when, or when its silence was recorded
 */
public record DeferralResponse(
        @Id @Nullable Long id,
        long requestId,
        long deferralId,
        String reviewId,
        String bodyId,
        @Nullable DeferralView view,
        @Nullable String why,
        @Nullable String obstacle,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** What it said, in plain words. */
    public String label() {
        return view == null ? "No answer" : view.label();
    }
}
