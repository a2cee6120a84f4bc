package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body what it says to another's wish to put a review off, and what it can do about what stands in the way. */
@Component
class RespondToDeferralQuestion implements Question<RespondToDeferral> {

    private final DeferralVotes votes;
    private final ShownDeferrals shown;

    RespondToDeferralQuestion(DeferralVotes votes, ShownDeferrals shown) {
        this.votes = votes;
        this.shown = shown;
    }

    @Override
    public String id() {
        return "respondToDeferral";
    }

    @Override
    public String ask() {
        return "Say what you think of the postponement";
    }

    @Override
    public String explanation() {
        return "The review has been put off. Say whether your organisation consents, what you think stands in the way, and what"
                + " help you can offer. Those who asked for it must answer every offer.";
    }

    @Override
    public Class<RespondToDeferral> form() {
        return RespondToDeferral.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return shown.postponement(request.subject());
    }

    @Override
    public void keep(BodyRequest request, RespondToDeferral answer, Actor actor) {
        votes.keep(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        votes.keepSilence(request);
    }
}
