package io.dovetail.plan;

import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors do for the plan, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class PlanSteps {

    @Bean
    Step<AddRecommendation> addRecommendationStep(ActionPlan actionPlan) {
        return new Step<>(
                "addRecommendation",
                "Add to the plan",
                "Write down one recommendation at a time, as the partnership agreed it. Each owner is then asked"
                        + " whether it accepts.",
                AddRecommendation.class,
                request -> actionPlan.shown(request.reviewId()),
                (request, answer, actor) -> actionPlan.add(request.reviewId(), answer, actor));
    }
}
