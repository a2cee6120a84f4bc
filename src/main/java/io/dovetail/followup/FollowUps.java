package io.dovetail.followup;

import io.dovetail.plan.ActionPlan;
import io.dovetail.plan.OwnerAnswer;
import io.dovetail.plan.Recommendation;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The follow-up of published reviews: the steps of the model {@code follow-up}, and what owners reported. */
@Service
@Transactional
public class FollowUps {

    private final ProgressReportStore reports;
    private final FollowUpRoundStore rounds;
    private final ActionPlan actionPlan;
    private final Clock clock;

    FollowUps(ProgressReportStore reports, FollowUpRoundStore rounds, ActionPlan actionPlan, Clock clock) {
        this.reports = reports;
        this.rounds = rounds;
        this.actionPlan = actionPlan;
        this.clock = clock;
    }

    /**
     * The numbers of the recommendations whose owners are asked for progress: all but those that their owner refused, finished
     * or withdrew. One whose owner never answered stays open, so that silence is no way out.
     */
    @Transactional(readOnly = true)
    public List<Long> openRecommendations(String reviewId) {
        Set<Long> settled = reports(reviewId).stream()
                .filter(ProgressReport::settled)
                .map(ProgressReport::recommendationId)
                .collect(Collectors.toSet());
        return actionPlan.recommendations(reviewId).stream()
                .filter(recommendation -> !refused(recommendation))
                .map(Recommendation::number)
                .filter(number -> !settled.contains(number))
                .toList();
    }

    private boolean refused(Recommendation recommendation) {
        return actionPlan
                .answer(recommendation)
                .filter(answer -> answer.is(OwnerAnswer.REFUSE))
                .isPresent();
    }

    /** The body that owns a recommendation. */
    @Transactional(readOnly = true)
    public String owner(long recommendationId) {
        return actionPlan.owner(recommendationId);
    }

    /**
     * Notes that a round of follow-up is over.
     *
     * @param round which one, from 1
     */
    public void close(String reviewId, int round) {
        rounds.save(new FollowUpRound(null, reviewId, round, clock.instant()));
    }

    /** What owners reported on the recommendations of a review, silence included, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<ProgressReport> reports(String reviewId) {
        return reports.findByReviewIdOrderById(reviewId);
    }
}
