package io.dovetail.offer;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body answered to an offer. Never changed.
 *
 * @param said what it said; nothing where it let the time pass
 */
public record OfferAnswer(
        @Id @Nullable Long id,
        long offerId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable AnswerOffer said) implements Said {

    /** The answer in plain words. */
    public String label() {
        return said == null ? "No answer" : said.decision().label();
    }

    /** How it takes the help, or why it does not; none where it simply accepts or let the time pass. */
    public @Nullable String why() {
        return said == null ? null : said.why();
    }
}
