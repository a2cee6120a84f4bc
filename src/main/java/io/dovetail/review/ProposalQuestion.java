package io.dovetail.review;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body where it stands on a proposed review. */
@Component
class ProposalQuestion implements Question<AnswerProposal> {

    private final Positions positions;

    ProposalQuestion(Positions positions) {
        this.positions = positions;
    }

    @Override
    public String id() {
        return "answerProposal";
    }

    @Override
    public String ask() {
        return "Answer the proposal";
    }

    @Override
    public String explanation() {
        return "A review of crisis care has been proposed; every organisation says whether it joins, and why. Once all have"
                + " answered, everybody can read all the answers.";
    }

    @Override
    public Class<AnswerProposal> form() {
        return AnswerProposal.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return positions.shownCommitment(request.reviewId(), request.bodyId());
    }

    @Override
    public void keep(BodyRequest request, AnswerProposal answer, Actor actor) {
        positions.keep(request, answer, actor);
    }

    /** The model asks whether it is to be put off: the reason is the next step then. */
    @Override
    public boolean decided(BodyRequest request, AnswerProposal answer, Actor actor) {
        keep(request, answer, actor);
        return answer.stance() == Stance.PUT_OFF;
    }

    @Override
    public void keepSilence(BodyRequest request) {
        positions.keepSilence(request);
    }
}
