package io.dovetail.offer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.repository.Repository;

interface OfferStore extends Repository<Offer, Long> {

    Offer save(Offer row);

    @Nullable
    Offer findById(long id);

    List<Offer> findByReviewIdOrderById(String reviewId);

    List<Offer> findByDeferralIdOrderById(long deferralId);
}
