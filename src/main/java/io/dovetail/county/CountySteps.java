package io.dovetail.county;

import io.dovetail.localreview.FinishFindings;
import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors of a local review do about the county's review, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class CountySteps {

    @Bean
    Step<FinishFindings> finishFindingsStep(CountyReplies countyReplies) {
        return Step.of(
                "finishFindings",
                "Make the findings final",
                "Write down what follows from the county's answers, as it was worked out together.",
                FinishFindings.class,
                request -> countyReplies.shownAnswers(request.reviewId()),
                (request, answer, actor) -> countyReplies.finish(request.reviewId(), answer, actor));
    }

    @Bean
    Step<LinkReview> linkReviewStep(CountyLinks countyLinks) {
        return new Step<>(
                "linkReview",
                "Decide on the county review",
                "A county review is confirmed. Enter what was settled with the organisations: this review feeds it, is merged into"
                        + " it or stays apart.",
                LinkReview.class,
                request -> countyLinks.shownChoice(request.subject()),
                (request, answer, actor) -> countyLinks.choose(request.subject(), answer, actor));
    }
}
