package io.dovetail.offer;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body answered to an offer. Never changed.
 *
 * @param id its number
 * @param offerId the offer
 * @param word whose word it is, who gave it and when
 * @param decision what it decided; none where it let the time pass
 * @param why how it takes the help, or why it does not
 */
public record OfferAnswer(
        @Id @Nullable Long id,
        long offerId,
        @Embedded.Empty Word word,
        @Nullable OfferDecision decision,
        @Nullable String why)
        implements Said {

    /** The answer in plain words. */
    public String label() {
        return decision == null ? "No answer" : decision.label();
    }
}
