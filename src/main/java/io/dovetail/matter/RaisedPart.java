package io.dovetail.matter;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.List;
import java.util.Map;
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

    record AllRaised(List<Raised> concerns, List<Cut> cuts) {}

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
    public Optional<AllRaised> of(SoFar review) {
        List<Raised> raised = raised(concerns.ofReview(review.reference()), review);
        List<Cut> cuts = cuts(fundingCuts.ofReview(review.reference()), review);
        return raised.isEmpty() && cuts.isEmpty() ? Optional.empty() : Optional.of(new AllRaised(raised, cuts));
    }

    private List<Raised> raised(List<Concern> all, SoFar review) {
        List<Long> complete = all.stream()
                .map(Concern::number)
                .filter(number -> review.rounds().complete(AnswerConcern.class, number))
                .toList();
        Map<Long, List<ConcernAnswer>> answers = complete.isEmpty() ? Map.of() : concerns.answers(complete);
        return all.stream()
                .map(concern -> {
                    List<ConcernAnswer> said = answers.getOrDefault(concern.number(), List.of());
                    return new Raised(concern, said, !said.isEmpty());
                })
                .toList();
    }

    private List<Cut> cuts(List<FundingCut> all, SoFar review) {
        List<Long> complete = all.stream()
                .map(FundingCut::number)
                .filter(number -> review.rounds().complete(CheckCapacity.class, number))
                .toList();
        Map<Long, List<CapacityAnswer>> answers = complete.isEmpty() ? Map.of() : fundingCuts.answers(complete);
        return all.stream()
                .map(cut -> {
                    List<CapacityAnswer> said = answers.getOrDefault(cut.number(), List.of());
                    return new Cut(cut, said, !said.isEmpty());
                })
                .toList();
    }
}
