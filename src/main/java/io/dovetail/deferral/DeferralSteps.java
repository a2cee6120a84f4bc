package io.dovetail.deferral;

import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors do to end a postponement, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class DeferralSteps {

    @Bean
    Step<RestartReview> restartReviewStep(ShownDeferrals shown, Restarts restarts) {
        return new Step<RestartReview>(
                        "restartReview",
                        "Restart the review",
                        "Say what has changed. With that the review goes on where it was put off.",
                        RestartReview.class,
                        request -> shown.restart(request.subject()),
                        (request, answer, actor) -> {
                            restarts.keep(request.subject(), answer, actor);
                            return true;
                        })
                .because(request -> shown.whyNow(request.subject()));
    }

    @Bean
    Step<ChooseWay> chooseWayStep(ShownDeferrals shown, ForcedChoice choice) {
        return Step.of(
                        "chooseWay",
                        "Choose how it goes on",
                        ShownDeferrals.CHOOSE,
                        ChooseWay.class,
                        request -> shown.choice(request.subject()),
                        (request, answer, actor) -> choice.keep(request.subject(), answer, actor))
                .because(request -> shown.whyChoose(request.subject()));
    }
}
