package io.dovetail.plan;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body whether it carries out a recommendation. */
@Component
public class RecommendationQuestion implements Question<AnswerRecommendation> {

    private final ActionPlan actionPlan;
    private final Positions positions;

    RecommendationQuestion(ActionPlan actionPlan, Positions positions) {
        this.actionPlan = actionPlan;
        this.positions = positions;
    }

    @Override
    public String id() {
        return "answerRecommendation";
    }

    @Override
    public String ask() {
        return "Answer a recommendation";
    }

    @Override
    public String explanation() {
        return "The review recommends that your organisation does something by a date. You accept it, change it or refuse it, with the reason.";
    }

    @Override
    public Class<AnswerRecommendation> form() {
        return AnswerRecommendation.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        Map<String, Object> shown = new HashMap<>(positions.shownCommitment(request.reviewId(), request.bodyId()));
        shown.put("recommendation", List.of(actionPlan.row(actionPlan.recommendation(request.subject()))));
        return shown;
    }

    @Override
    public void keep(BodyRequest request, AnswerRecommendation answer, Actor actor) {
        actionPlan.keep(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        actionPlan.keepSilence(request);
    }
}
