package io.dovetail.plan;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import io.dovetail.signoff.ReportFinding;
import io.dovetail.signoff.ReportFindings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on what should be done, by whom and by when, and what its owners said. */
@Component
@Order(1100)
class ActionsPart implements RecordPart {

    private final ActionPlan actionPlan;
    private final ReportFindings reportFindings;

    ActionsPart(ActionPlan actionPlan, ReportFindings findings) {
        this.actionPlan = actionPlan;
        this.reportFindings = findings;
    }

    /** A recommendation, what it rests on, and what its owner said to it. */
    record Action(
            Recommendation recommendation,
            @Nullable ReportFinding restsOn,
            @Nullable RecommendationAnswer answer) {}

    record Actions(List<Action> actions) {}

    @Override
    public Heading heading() {
        return Heading.always("actions", "Action plan");
    }

    @Override
    public Optional<Actions> of(SoFar review) {
        String reference = review.reference();
        List<Recommendation> plan = actionPlan.recommendations(reference);
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, ReportFinding> findings = reportFindings.findings(reference).stream()
                .collect(Collectors.toMap(ReportFinding::id, Function.identity()));
        Map<Long, RecommendationAnswer> answers = review
                .rounds()
                .complete(AnswerRecommendation.class, actionPlan.answers(reference), RecommendationAnswer::givenAt)
                .stream()
                .collect(Collectors.toMap(
                        RecommendationAnswer::recommendationId, Function.identity(), (earlier, later) -> later));
        return Optional.of(new Actions(plan.stream()
                .map(recommendation -> new Action(
                        recommendation, findings.get(recommendation.findingId()), answers.get(recommendation.number())))
                .toList()));
    }

    @Override
    public Optional<Actions> forEverybody(SoFar review) {
        return of(review);
    }
}
