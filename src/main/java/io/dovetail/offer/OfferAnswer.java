package io.dovetail.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What a body answered to an offer. Never changed.
 *
 * @param id its number
 * @param offerId the offer
 * @param bodyId the body that answered
 * @param decision what it decided; none where it let the time pass
 * @param why how it takes the help, or why it does not
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param answeredAt when, or when its silence was recorded
 */
public record OfferAnswer(
        @Id @Nullable Long id,
        long offerId,
        String bodyId,
        @Nullable OfferDecision decision,
        @Nullable String why,
        @Nullable String personId,
        @Nullable String personName,
        Instant answeredAt) {

    /** The answer in plain words. */
    public String label() {
        return decision == null ? "No answer" : decision.label();
    }
}
