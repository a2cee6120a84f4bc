package io.dovetail.ownreview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body said to another one's own review. Help that it offers is in the register of offers. Never changed.
 *
 * @param id its number
 * @param requestId the request that was answered
 * @param ownReviewId the own review
 * @param bodyId the body
 * @param seat whether it takes an observer seat; none where it stayed silent
 * @param observer who watches for it
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when, or when its silence was recorded
 */
public record OwnReviewResponse(
        @Id @Nullable Long id,
        long requestId,
        long ownReviewId,
        String bodyId,
        @Nullable ObserverSeat seat,
        @Nullable String observer,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** What it said, in plain words. */
    public String label() {
        return seat == null ? "No answer" : seat.label();
    }
}
