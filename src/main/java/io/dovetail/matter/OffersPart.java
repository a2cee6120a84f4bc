package io.dovetail.matter;

import io.dovetail.offer.OfferEntry;
import io.dovetail.offer.Offers;
import io.dovetail.ownreview.OfferHelpToOwnReview;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on offers of help: each with when its answer is due, and what became of it. */
@Component
@Order(410)
class OffersPart implements RecordPart {

    private final Offers offers;

    OffersPart(Offers offers) {
        this.offers = offers;
    }

    record AllOffers(List<OfferEntry> offers) {}

    @Override
    public Heading heading() {
        return Heading.whereAny("offers", "Offers of help");
    }

    @Override
    public Optional<AllOffers> of(SoFar review) {
        List<OfferEntry> register = offers.register(review.reference(), review.asked()).stream()
                .filter(entry -> shown(entry, review))
                .toList();
        return register.isEmpty() ? Optional.empty() : Optional.of(new AllOffers(register));
    }

    /** Help offered to an own review is part of an answer to it, and is read when all have answered. */
    private static boolean shown(OfferEntry entry, SoFar review) {
        Long ownReview = entry.offer().ownReviewId();
        return ownReview == null || review.rounds().complete(OfferHelpToOwnReview.class, ownReview);
    }
}
