package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body that wants to put a review off why, until when, and what holds meanwhile. */
@Component
class DeferReviewQuestion implements Question<DeferReview> {

    private final DeferralRequests requests;
    private final AskingToDefer asking;

    DeferReviewQuestion(DeferralRequests requests, AskingToDefer asking) {
        this.requests = requests;
        this.asking = asking;
    }

    @Override
    public String id() {
        return "deferReview";
    }

    @Override
    public String ask() {
        return "Say why to put it off, and until when";
    }

    @Override
    public String explanation() {
        return "Your organisation asked to put the review off. Say why and until when; the review stops once you have. Without an"
                + " answer it is put off all the same, and the record says that no reason was given.";
    }

    @Override
    public Class<DeferReview> form() {
        return DeferReview.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return asking.shownLimits(request.reviewId());
    }

    @Override
    public void keep(BodyRequest request, DeferReview answer, Actor actor) {
        requests.request(request.reviewId(), answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        requests.requestUnexplained(request);
    }
}
