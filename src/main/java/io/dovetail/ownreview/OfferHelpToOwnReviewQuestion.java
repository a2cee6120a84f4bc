package io.dovetail.ownreview;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body whether it watches another one's own review, and what help it offers. */
@Component
class OfferHelpToOwnReviewQuestion implements Question<OfferHelpToOwnReview> {

    private final OwnReviewRecords records;
    private final OwnReviewAnswers answers;

    OfferHelpToOwnReviewQuestion(OwnReviewRecords records, OwnReviewAnswers answers) {
        this.records = records;
        this.answers = answers;
    }

    @Override
    public String id() {
        return "offerHelpToOwnReview";
    }

    @Override
    public String ask() {
        return "Say whether you watch, and what help you offer";
    }

    @Override
    public String explanation() {
        return "Another organisation is doing a review of its own. Say whether you take an observer seat and what help you can offer; it"
                + " must answer every offer.";
    }

    @Override
    public Class<OfferHelpToOwnReview> form() {
        return OfferHelpToOwnReview.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return records.shown(request.subject());
    }

    @Override
    public void keep(BodyRequest request, OfferHelpToOwnReview answer, Actor actor) {
        answers.keepResponse(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        answers.keepNoResponse(request);
    }
}
