package io.dovetail.offer;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body to answer an offer of help. */
@Component
class AnswerOfferQuestion implements Question<AnswerOffer> {

    static final String ID = "answerOffer";

    private final Offers offers;

    AnswerOfferQuestion(Offers offers) {
        this.offers = offers;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String ask() {
        return "Answer an offer of help";
    }

    @Override
    public String explanation() {
        return "Another organisation offers you help. Accept it, change it so that you can use it, or decline it with the"
                + " reason: it has taken the trouble to offer.";
    }

    @Override
    public Class<AnswerOffer> form() {
        return AnswerOffer.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return offers.shown(request.subject());
    }

    @Override
    public void keep(BodyRequest request, AnswerOffer answer, Actor actor) {
        offers.keep(request.subject(), request.bodyId(), answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        offers.keepSilence(request.subject(), request.bodyId());
    }
}
