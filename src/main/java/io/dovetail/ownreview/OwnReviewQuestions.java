package io.dovetail.ownreview;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What organisations are asked when one of them makes a review by itself. */
@Configuration(proxyBeanMethods = false)
class OwnReviewQuestions {

    @Bean
    Question<DeclareOwnReview> declareOwnReview(OwnReviewRecords records, OwnReviewAnswers answers) {
        return Question.of(
                        DeclareOwnReview.class,
                        "Say what your own review is about",
                        "Your organisation said that it is doing a review of its own. Nothing stops it; say what it looks at, how long it lasts and"
                                + " how others can watch, so that the two can be brought together.")
                .shows(request -> records.shown(request.subject()))
                .kept((request, answer, actor) -> answers.keep(request.subject(), answer, actor));
    }

    @Bean
    Question<OfferHelpToOwnReview> offerHelpToOwnReview(OwnReviewRecords records, OwnReviewAnswers answers) {
        return Question.of(
                        OfferHelpToOwnReview.class,
                        "Say whether you watch, and what help you offer",
                        "Another organisation is doing a review of its own. Say whether you take an observer seat and what help you can offer; it"
                                + " must answer every offer.")
                .shows(request -> records.shown(request.subject()))
                .answered(answers::keepResponse)
                .silent(answers::keepNoResponse);
    }

    @Bean
    Question<ReportOwnFindings> reportOwnFindings(OwnReviewRecords records, OwnReviewAnswers answers) {
        return Question.of(
                        ReportOwnFindings.class,
                        "Give the findings of your own review",
                        "Your own review has reached its end. What it found becomes evidence in the joint review, beside what the others know.")
                .shows(request -> records.shown(request.subject()))
                .answered(answers::keepReport)
                .silent(answers::keepNoReport);
    }
}
