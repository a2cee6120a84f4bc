package io.dovetail.review;

import io.dovetail.request.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the convenors do for a proposal, by the forms of its steps. */
@Configuration(proxyBeanMethods = false)
class ProposalSteps {

    @Bean
    Step<CompletePartnership> completePartnershipStep(MissingParticipants missing, Participants participants) {
        return new Step<>(
                "completePartnership",
                "Complete the partnership",
                "Before anybody is asked, every voice should be at the table. Add whoever is missing. The convenors and the"
                        + " organisation that proposed the review are both asked; what one of them does is done for both.",
                CompletePartnership.class,
                request -> missing.shown(request.reviewId()),
                (request, answer, actor) -> {
                    participants.add(request.reviewId(), answer, actor);
                    return true;
                });
    }

    @Bean
    Step<SettleProposal> settleProposalStep(Positions positions, Settlements settlements) {
        return new Step<>(
                "settleProposal",
                "Settle the proposal",
                "Everybody has answered or let the time pass, and not enough of them join. What happens now is decided"
                        + " openly, with a reason that everybody can read.",
                SettleProposal.class,
                request -> positions.shown(request.reviewId()),
                (request, answer, actor) -> settlements.settle(request.reviewId(), answer, actor));
    }
}
