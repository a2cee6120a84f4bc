package io.dovetail.followup;

import io.dovetail.plan.ActionPlan;
import io.dovetail.plan.Recommendation;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on how far owners say that they are with their recommendations. */
@Component
@Order(1400)
class FollowUpPart implements RecordPart {

    private final FollowUps followUps;
    private final ActionPlan actionPlan;

    FollowUpPart(FollowUps followUps, ActionPlan actionPlan) {
        this.followUps = followUps;
        this.actionPlan = actionPlan;
    }

    /** A recommendation with its place in the plan, from 1, and what its owner reported, round by round. */
    record Followed(int place, Recommendation recommendation, List<ProgressReport> reports) {}

    record AllFollowUps(List<Followed> recommendations) {}

    @Override
    public Heading heading() {
        return Heading.always("followup", "What was done");
    }

    @Override
    public Optional<AllFollowUps> of(SoFar review) {
        Map<Long, List<ProgressReport>> progress = review
                .rounds()
                .complete(ReportProgress.class, followUps.reports(review.reference()), ProgressReport::givenAt)
                .stream()
                .collect(Collectors.groupingBy(ProgressReport::recommendationId));
        if (progress.isEmpty()) {
            return Optional.empty();
        }
        List<Followed> followed = new ArrayList<>();
        List<Recommendation> plan = actionPlan.recommendations(review.reference());
        for (int at = 0; at < plan.size(); at++) {
            List<ProgressReport> reports = progress.get(plan.get(at).number());
            if (reports != null) {
                followed.add(new Followed(at + 1, plan.get(at), reports));
            }
        }
        return Optional.of(new AllFollowUps(followed));
    }

    @Override
    public Optional<AllFollowUps> forEverybody(SoFar review) {
        return of(review);
    }
}
