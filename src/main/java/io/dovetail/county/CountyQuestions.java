package io.dovetail.county;

import io.dovetail.localreview.FinishFindings;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked about the review of a county: of those of a local review, and of the leads of the county. */
@Configuration(proxyBeanMethods = false)
class CountyQuestions {

    private static final String COUNTY_ENDED = "The county review has ended meanwhile.";

    @Bean
    Question<FinishFindings> finishFindings(CountyReplies countyReplies) {
        return Question.of(
                        FinishFindings.class,
                        "Make the findings final",
                        "Write down what follows from the county’s answers, as it was worked out together.")
                .shows(request -> countyReplies.shownAnswers(request.reviewId()))
                .answered((request, answer, actor) -> countyReplies.finish(request.reviewId(), answer, actor));
    }

    @Bean
    Question<LinkReview> linkReview(CountyLinks countyLinks) {
        return Question.of(
                        LinkReview.class,
                        "Decide on the county review",
                        "A county review is confirmed. Enter what was settled with the organisations: this review feeds it, is merged into"
                                + " it or stays apart.")
                .shows(request -> countyLinks.shownChoice(request.subject()))
                .decided((request, answer, actor) -> countyLinks.choose(request.subject(), answer, actor))
                .withdrawnBecause(COUNTY_ENDED);
    }

    @Bean
    Question<ConsentToMerge> consentToMerge(MergeConsents consents) {
        return Question.of(
                        ConsentToMerge.class,
                        "Say whether this review is to be merged into the county’s",
                        "It is proposed to end this local review and to let the county’s do its work. It is merged only if more than half of"
                                + " the organisations and every voice consent; without an answer you do not.")
                .kept(consents::keep)
                .withdrawnBecause(COUNTY_ENDED);
    }

    @Bean
    Question<ConfirmCounty> confirmCounty(CountyReviews countyReviews, CountyForms countyForms) {
        Function<BodyRequest, String> why = request -> countyForms.whyConfirm(request.reviewId());
        return Question.of(
                        ConfirmCounty.class,
                        "Confirm the county review",
                        "Local reviews have been told that there is one of the whole county; say whether there is.")
                .shows(request -> Map.of("explanation", why.apply(request)))
                .decided((request, answer, actor) -> countyReviews.confirm(request.reviewId(), answer, actor))
                .because(why)
                .toldOfBefore();
    }

    @Bean
    Question<ReportCounty> reportCounty(CountyReports countyReports, CountyForms countyForms) {
        Function<BodyRequest, String> why = request -> countyForms.whyReport(request.reviewId());
        return Question.of(
                        ReportCounty.class,
                        "Report on the county review",
                        "Write down its findings one by one, with where each comes from.")
                .shows(request -> Map.of("explanation", why.apply(request)))
                .answered((request, answer, actor) -> countyReports.report(request.reviewId(), answer, actor))
                .because(why);
    }

    @Bean
    Question<AnswerFinding> answerFinding(CountyAnswers countyAnswers, CountyForms countyForms) {
        return Question.of(
                        AnswerFinding.class,
                        "Answer a local finding",
                        "A local review has sent this finding. Say what happens to it; the answer goes back to the people who found it.")
                .shows(request -> countyForms.shownFinding(request.subject()))
                .answered((request, answer, actor) -> countyAnswers.answer(request.subject(), answer, actor))
                .because(request -> countyForms.whyAnswer(request.subject()))
                .toldOfBefore();
    }

    @Bean
    Question<ChooseCountyWay> chooseCountyWay(CountyChoices countyChoices) {
        return Question.of(
                        ChooseCountyWay.class,
                        "Choose how the county review goes on",
                        "It has stood still for so long that it cannot go on as it is.")
                .shows(request -> countyChoices.shown(request.reviewId()))
                .decided((request, answer, actor) -> countyChoices.keep(request.reviewId(), answer, actor))
                .because(request -> countyChoices.why(request.reviewId()))
                .settledOnItsDay();
    }
}
