package io.dovetail.engine;

import io.dovetail.request.PutOffAsked;
import io.dovetail.request.ReviewFacts;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands messages to reviews by their reference, the business key. What a message is about is in a feature's table already; the
 * message only says that there is something to see, so one that comes a second time does no harm.
 */
@Component
public class Messages {

    private final RuntimeService runtime;
    private final ObjectProvider<ReviewFacts> reviews;

    Messages(RuntimeService runtime, ObjectProvider<ReviewFacts> reviews) {
        this.runtime = runtime;
        this.reviews = reviews;
    }

    /**
     * Tells a review, or the put-off it is in, that somebody asks to put it off.
     *
     * @return whether it heard; not if it has ended meanwhile
     * @throws IllegalStateException while the review is between two steps; trying again in a moment is right
     */
    public boolean deferralRequested(String reviewId) {
        if (correlate("dovetail.deferralRequested", reviewId)) {
            return true;
        }
        if (reviews.getObject().underWay(reviewId)) {
            throw new IllegalStateException("Review " + reviewId
                    + " is between two steps and hears in a moment that somebody asks to put it off.");
        }
        return false;
    }

    /**
     * Tells a review that waits that what stood in its way is gone.
     *
     * @return whether it heard; not if it does not wait
     */
    public boolean obstacleRemoved(String reviewId) {
        return correlate("dovetail.obstacleRemoved", reviewId);
    }

    /**
     * Tells a county review that a local review has sent findings.
     *
     * @return whether it heard; not if it has ended
     */
    public boolean localFindings(String countyId) {
        return correlate("dovetail.localFindings", countyId);
    }

    /**
     * Tells a local review that the county has answered a finding.
     *
     * @return whether it heard; not if it no longer waits, or has not got there yet
     */
    public boolean findingAnswered(String reviewId) {
        return correlate("dovetail.findingAnswered", reviewId);
    }

    /** Tells a local review that the county's own findings are there; one that does not hear takes them in when it gets there. */
    public boolean countyFindings(String reviewId) {
        return correlate("dovetail.countyFindings", reviewId);
    }

    /** Tells a local review that the county takes longer; one that does not hear takes that in when it gets there. */
    public boolean countySlipped(String reviewId) {
        return correlate("dovetail.countySlipped", reviewId);
    }

    /** Tells a local review that there is a county review it may feed. */
    public boolean countyReviewConfirmed(String reviewId, String countyId) {
        return correlate("dovetail.countyReviewConfirmed", reviewId, Map.of("countyId", countyId));
    }

    /** Tells a county review that a local review has been opened. */
    public boolean localReviewOpened(String countyId, String reviewId) {
        return correlate("dovetail.localReviewOpened", countyId, Map.of("reviewId", reviewId));
    }

    /**
     * Tells a review that somebody says there is a review of the whole county.
     *
     * @return whether it heard; not if it has ended
     */
    public boolean countyReviewClaimed(String reviewId, long claimId) {
        return correlate("dovetail.countyReviewClaimed", reviewId, Map.of("claimId", claimId));
    }

    /** Begins the county review of which somebody has spoken. */
    public void countyClaimMade(String countyId) {
        withoutAuthorization(() -> runtime.createMessageCorrelation("dovetail.countyClaimMade")
                .processInstanceBusinessKey(countyId)
                .setVariable("countyId", countyId)
                .correlateStartMessage());
    }

    /** What an answer or a workshop asks for goes the way of everything that is raised: process {@code raise-matter}. */
    @EventListener
    void putOffAsked(PutOffAsked asked) {
        withoutAuthorization(() -> runtime.createMessageCorrelation("dovetail.putOffAsked")
                .processInstanceBusinessKey(asked.reviewId())
                .setVariables(Map.of(
                        "reviewId",
                        asked.reviewId(),
                        "reviewTitle",
                        reviews.getObject().title(asked.reviewId())))
                .correlateStartMessage());
    }

    private boolean correlate(String message, String businessKey) {
        return correlate(message, businessKey, Map.of());
    }

    /** What a message is about goes to the step it starts alone: two that come at once never mix. */
    private boolean correlate(String message, String businessKey, Map<String, Object> about) {
        return withoutAuthorization(() -> !runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .setVariablesToTriggeredScope(about)
                .correlateAllWithResult()
                .stream()
                .map(MessageCorrelationResult::getExecution)
                .toList()
                .isEmpty());
    }

    /** Whoever raises something may not touch the review's process themselves; what it leads to may. */
    private static <T> T withoutAuthorization(Supplier<T> action) {
        CommandContext command = Context.getCommandContext();
        return command == null ? action.get() : command.runWithoutAuthorization(action::get);
    }
}
