package io.dovetail.plan;

import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked about the plan: of the owner of a recommendation, and of the convenors. */
@Configuration(proxyBeanMethods = false)
public class PlanQuestions {

    @Bean
    Question<AnswerRecommendation> answerRecommendation(ActionPlan actionPlan, Positions positions) {
        return Question.of(
                        AnswerRecommendation.class,
                        "Answer a recommendation",
                        "The review recommends that your organisation does something by a date. You accept it, change it or refuse it, with the reason.")
                .shows(request -> {
                    Map<String, Object> shown =
                            new HashMap<>(positions.shownCommitment(request.reviewId(), request.bodyId()));
                    shown.put("recommendation", List.of(actionPlan.row(actionPlan.recommendation(request.subject()))));
                    return shown;
                })
                .kept(actionPlan::keep);
    }

    @Bean
    Question<AddRecommendation> addRecommendation(ActionPlan actionPlan) {
        return Question.of(
                        AddRecommendation.class,
                        "Add to the plan",
                        "Write down one recommendation at a time, as the partnership agreed it. Each owner is then asked"
                                + " whether it accepts.")
                .shows(request -> actionPlan.shown(request.reviewId()))
                .decided((request, answer, actor) -> actionPlan.add(request.reviewId(), answer, actor));
    }
}
