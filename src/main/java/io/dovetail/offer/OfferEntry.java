package io.dovetail.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the register of offers.
 *
 * @param offer what was offered, by whom, to whom and until when
 * @param dueAt when its answer is due or was; none while nobody has been asked for it
 * @param answer what was answered, silence included; none while it is open
 * @param toldAt when those it concerns were told that it was ignored; none where it was not
 */
public record OfferEntry(
        Offer offer,
        @Nullable Instant dueAt,
        @Nullable OfferAnswer answer,
        @Nullable Instant toldAt) {

    /** Whether the body it was made to let the time pass. */
    public boolean ignored() {
        return answer != null && answer.silent();
    }
}
