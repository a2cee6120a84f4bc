package io.dovetail.matter;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on concerns and cuts of funding. Of a round of asking that is not complete, nothing but what it is about. */
@Component
@Order(420)
class RaisedPart implements RecordPart {

    private final Concerns concerns;
    private final FundingCuts fundingCuts;

    RaisedPart(Concerns concerns, FundingCuts fundingCuts) {
        this.concerns = concerns;
        this.fundingCuts = fundingCuts;
    }

    /** A concern with everybody's answers, once all have answered or the time has passed. */
    record Raised(Concern concern, List<ConcernAnswer> answers, boolean complete) {}

    /** A cut with everybody's answers, once all have answered or the time has passed. */
    record Cut(FundingCut cut, List<CapacityAnswer> answers, boolean complete) {}

    record All(List<Raised> concerns, List<Cut> cuts) {}

    @Override
    public String id() {
        return "raised";
    }

    @Override
    public String title() {
        return "Raised on the way";
    }

    @Override
    public boolean inEveryReview() {
        return false;
    }

    @Override
    public Optional<All> of(SoFar review) {
        List<Raised> raised = concerns.ofReview(review.reference()).stream()
                .map(concern -> raised(concern, review))
                .toList();
        List<Cut> cuts = fundingCuts.ofReview(review.reference()).stream()
                .map(cut -> cut(cut, review))
                .toList();
        return raised.isEmpty() && cuts.isEmpty() ? Optional.empty() : Optional.of(new All(raised, cuts));
    }

    private Raised raised(Concern concern, SoFar review) {
        boolean complete = review.rounds().complete(AnswerConcern.class, concern.number());
        List<ConcernAnswer> answers = complete ? concerns.answers(concern.number()) : List.of();
        return new Raised(concern, answers, !answers.isEmpty());
    }

    private Cut cut(FundingCut cut, SoFar review) {
        boolean complete = review.rounds().complete(CheckCapacity.class, cut.number());
        List<CapacityAnswer> answers = complete ? fundingCuts.answers(cut.number()) : List.of();
        return new Cut(cut, answers, !answers.isEmpty());
    }
}
