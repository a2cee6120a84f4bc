package io.dovetail.offer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That those it concerns were told of an offer which nobody answered. Never changed.
 *
 * @param toldAt when
 */
record OfferEscalation(@Id @Nullable Long id, long offerId, Instant toldAt) {}
