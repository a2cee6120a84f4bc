package io.dovetail.signoff;

import io.dovetail.request.Question;
import io.dovetail.review.Positions;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked about the findings: of each organisation, and of the convenors before they are signed. */
@Configuration(proxyBeanMethods = false)
public class SignOffQuestions {

    @Bean
    Question<CheckFindings> checkFindings(FindingChecks checks, ReportFindings findings, Positions positions) {
        return Question.of(
                        CheckFindings.class,
                        "Check the findings",
                        "The findings have been drafted. Every organisation checks whether the facts are right, before anybody is asked to sign.")
                .shows(request -> {
                    Map<String, Object> shown =
                            new HashMap<>(positions.shownCommitment(request.reviewId(), request.bodyId()));
                    shown.put("findings", findings.shownFindings(request.reviewId()));
                    return shown;
                })
                .kept(checks::keep);
    }

    @Bean
    Question<SettleCorrections> settleCorrections(FindingChecks checks) {
        return Question.of(
                        SettleCorrections.class,
                        "Settle the corrections",
                        "Every organisation has checked the findings or let the time pass. Answer each correction: what was"
                                + " changed, or why not. Then everybody is asked to sign.")
                .shows(request -> checks.shownCorrections(request.reviewId()))
                .answered((request, answer, actor) -> checks.settleCorrections(request.reviewId(), answer, actor));
    }

    @Bean
    Question<SignOff> signOff(SignOffs signOffs, FindingChecks checks, ReportFindings findings, Positions positions) {
        return Question.of(SignOff.class, "Sign the findings", FindingChecks.CHECKED + FindingChecks.SIGN)
                .shows(request -> {
                    Map<String, Object> shown =
                            new HashMap<>(positions.shownCommitment(request.reviewId(), request.bodyId()));
                    shown.put("findings", findings.shownFindings(request.reviewId()));
                    shown.put("checks", checks.shownChecks(request.reviewId()));
                    shown.put("answers", checks.shownAnswers(request.reviewId()));
                    shown.put("explanation", checks.whySign(request.reviewId()));
                    return shown;
                })
                .because(request -> checks.whySign(request.reviewId()))
                .kept(signOffs::keep);
    }
}
