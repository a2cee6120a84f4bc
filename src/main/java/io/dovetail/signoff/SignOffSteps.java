package io.dovetail.signoff;

import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors do before the findings are signed, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class SignOffSteps {

    @Bean
    Step<SettleCorrections> settleCorrectionsStep(FindingChecks checks) {
        return Step.of(
                "settleCorrections",
                "Settle the corrections",
                "Every organisation has checked the findings or let the time pass. Answer each correction: what was"
                        + " changed, or why not. Then everybody is asked to sign.",
                SettleCorrections.class,
                request -> checks.shownCorrections(request.reviewId()),
                (request, answer, actor) -> checks.settleCorrections(request.reviewId(), answer, actor));
    }
}
