package io.dovetail.deferral;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked about a postponement: of whoever asks for it, of the others, and of the convenors to end it. */
@Configuration(proxyBeanMethods = false)
class DeferralQuestions {

    @Bean
    Question<DeferReview> deferReview(DeferralRequests requests, AskingToDefer asking) {
        return Question.of(
                        DeferReview.class,
                        "Say why to put it off, and until when",
                        "Your organisation asked to put the review off. Say why and until when; the review stops once you have. Without an"
                                + " answer it is still put off, and the record says that no reason was given.")
                .shows(request -> asking.shownLimits(request.reviewId()))
                .answered((request, answer, actor) -> requests.request(request.reviewId(), answer, actor))
                .silent(requests::requestUnexplained);
    }

    @Bean
    Question<RespondToDeferral> respondToDeferral(DeferralVotes votes, ShownDeferrals shown) {
        return Question.of(
                        RespondToDeferral.class,
                        "Say what you think of the postponement",
                        "The review has been put off. Say whether your organisation consents, what you think stands in the way, and what"
                                + " help you can offer. Those who asked for it must answer every offer.")
                .shows(request -> shown.postponement(request.subject()))
                .answered(votes::keep)
                .silent(votes::keepSilence);
    }

    @Bean
    Question<RestartReview> restartReview(ShownDeferrals shown, Restarts restarts) {
        return Question.of(
                        RestartReview.class,
                        "Restart the review",
                        "Say what has changed. The review then goes on where it was put off.")
                .shows(request -> shown.restart(request.subject()))
                .decided((request, answer, actor) -> {
                    restarts.keep(request.subject(), answer, actor);
                    return true;
                })
                .because(request -> shown.whyNow(request.subject()));
    }

    @Bean
    Question<ChooseWay> chooseWay(ShownDeferrals shown, ForcedChoice choice) {
        return Question.of(ChooseWay.class, "Choose how it goes on", ShownDeferrals.CHOOSE)
                .shows(request -> shown.choice(request.subject()))
                .answered((request, answer, actor) -> choice.keep(request.subject(), answer, actor))
                .because(request -> shown.whyChoose(request.subject()))
                .settledOnItsDay();
    }
}
