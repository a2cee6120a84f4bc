package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.offer.OfferHelp;
import io.dovetail.offer.Offers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A body offers another one help. */
@Component
class OfferMatter implements MatterForm<OfferHelp> {

    private final Offers offers;
    private final Directory directory;

    OfferMatter(Offers offers, Directory directory) {
        this.offers = offers;
        this.directory = directory;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.OFFER;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "Offer another organisation something that helps it do its part. It has to answer, and your offer is on"
                        + " the record.",
                "others",
                offers.others(reviewId, bodyId));
    }

    @Override
    public Kept keep(String reviewId, OfferHelp answer, Actor actor) {
        return new Kept(
                offers.offer(reviewId, answer, actor),
                "To " + directory.body(answer.toBody()).name() + ": " + answer.help()
                        + (answer.until() == null ? "" : " Until " + Shown.day(answer.until()) + "."));
    }
}
