package io.dovetail.review;

import io.dovetail.request.Question;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked about a proposal: of each organisation, and of the convenors. */
@Configuration(proxyBeanMethods = false)
class ProposalQuestions {

    /** The model asks whether it is to be put off: the reason is the next step then. */
    @Bean
    Question<AnswerProposal> answerProposal(Positions positions) {
        return Question.of(
                        AnswerProposal.class,
                        "Answer the proposal",
                        "A review of crisis care has been proposed; every organisation says whether it joins, and why. Once all have"
                                + " answered, everybody can read all the answers.")
                .shows(request -> positions.shownCommitment(request.reviewId(), request.bodyId()))
                .decided((request, answer, actor) -> {
                    positions.keep(request, answer, actor);
                    return answer.stance() == Stance.PUT_OFF;
                })
                .silent(request -> positions.keep(request, null, null));
    }

    @Bean
    Question<CompletePartnership> completePartnership(MissingParticipants missing, Participants participants) {
        return Question.of(
                        CompletePartnership.class,
                        "Complete the partnership",
                        "Before anybody is asked, every voice should be at the table. Add those who are missing. The convenors and the"
                                + " organisation that proposed the review are both asked; what one of them does is done for both.")
                .shows(request -> missing.shown(request.reviewId()))
                .decided((request, answer, actor) -> {
                    participants.add(request.reviewId(), answer, actor);
                    return true;
                });
    }

    @Bean
    Question<SettleProposal> settleProposal(Positions positions, Settlements settlements) {
        return Question.of(
                        SettleProposal.class,
                        "Settle the proposal",
                        "Everybody has answered or let the time pass, and not enough of them join. What happens now is decided"
                                + " openly, with a reason that everybody can read.")
                .shows(request -> positions.shown(request.reviewId()))
                .decided((request, answer, actor) -> settlements.settle(request.reviewId(), answer, actor));
    }
}
