package io.dovetail.county;

import io.dovetail.request.BodyRequest;
import io.dovetail.request.Step;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the leads of a county do in its review, by the forms of their steps. */
@Configuration(proxyBeanMethods = false)
class CountyLeadSteps {

    @Bean
    Step<ConfirmCounty> confirmCountyStep(CountyReviews countyReviews, CountyForms countyForms) {
        Function<BodyRequest, String> why = request -> countyForms.whyConfirm(request.reviewId());
        return new Step<>(
                        "confirmCounty",
                        "Confirm the county review",
                        "Local reviews have been told that there is one of the whole county; say whether there is.",
                        ConfirmCounty.class,
                        request -> Map.of("explanation", why.apply(request)),
                        (request, answer, actor) -> countyReviews.confirm(request.reviewId(), answer, actor))
                .because(why)
                .toldOfBefore();
    }

    @Bean
    Step<ReportCounty> reportCountyStep(CountyReports countyReports, CountyForms countyForms) {
        Function<BodyRequest, String> why = request -> countyForms.whyReport(request.reviewId());
        return Step.of(
                        "reportCounty",
                        "Report on the county review",
                        "Write down its findings one by one, with where each comes from.",
                        ReportCounty.class,
                        request -> Map.of("explanation", why.apply(request)),
                        (request, answer, actor) -> countyReports.report(request.reviewId(), answer, actor))
                .because(why);
    }

    @Bean
    Step<AnswerFinding> answerFindingStep(CountyAnswers countyAnswers, CountyForms countyForms) {
        return Step.of(
                        "answerFinding",
                        "Answer a local finding",
                        "A local review has sent this finding. Say what becomes of it; the answer goes back to the people who found it.",
                        AnswerFinding.class,
                        request -> countyForms.shownFinding(request.subject()),
                        (request, answer, actor) -> countyAnswers.answer(request.subject(), answer, actor))
                .because(request -> countyForms.whyAnswer(request.subject()))
                .toldOfBefore();
    }
}
