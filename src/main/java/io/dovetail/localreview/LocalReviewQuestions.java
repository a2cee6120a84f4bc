package io.dovetail.localreview;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked in the local review: of each organisation, and of the convenors. */
@Configuration(proxyBeanMethods = false)
class LocalReviewQuestions {

    @Bean
    Question<GiveEvidence> giveEvidence(GivenEvidence evidence) {
        return Question.of(
                        GiveEvidence.class,
                        "Give your evidence",
                        "The findings rest on what you give here; the kind of claim is always shown beside each piece.")
                .shows(evidence::shown)
                .kept(evidence::keep);
    }

    @Bean
    Question<RecordVisits> recordVisits(LocalReviews localReviews) {
        return Question.of(
                        RecordVisits.class,
                        "Record the visits",
                        "Record the visits: they show what no paper says. If there was none, say so and why.")
                .shows(request -> localReviews.shown(request.reviewId(), "recordVisits"))
                .answered((request, answer, actor) -> localReviews.recordVisits(request.reviewId(), answer, actor));
    }

    @Bean
    Question<DraftFinding> draftFinding(LocalReviews localReviews) {
        return Question.of(
                        DraftFinding.class,
                        "Draft a finding",
                        "Draft one finding at a time. Every organisation checks them, so that each says no more than its evidence"
                                + " does.")
                .shows(request -> localReviews.shown(request.reviewId(), "draftFinding"))
                .decided((request, answer, actor) -> localReviews.addFinding(request.reviewId(), answer, actor));
    }
}
