package io.dovetail.localreview;

import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors do in the local review, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class LocalReviewSteps {

    @Bean
    Step<RecordVisits> recordVisitsStep(LocalReviews localReviews) {
        return Step.of(
                "recordVisits",
                "Record the visits",
                "Record the visits: they show what no paper says. If there was none, say so and why.",
                RecordVisits.class,
                request -> localReviews.shown(request.reviewId(), "recordVisits"),
                (request, answer, actor) -> localReviews.recordVisits(request.reviewId(), answer, actor));
    }

    @Bean
    Step<DraftFinding> draftFindingStep(LocalReviews localReviews) {
        return new Step<>(
                "draftFinding",
                "Draft a finding",
                "Draft one finding at a time. Every organisation checks them, so that each says no more than its evidence"
                        + " does.",
                DraftFinding.class,
                request -> localReviews.shown(request.reviewId(), "draftFinding"),
                (request, answer, actor) -> localReviews.addFinding(request.reviewId(), answer, actor));
    }
}
