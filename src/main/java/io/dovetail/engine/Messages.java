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

    private boolean correlate(String message, String reviewId) {
        return withoutAuthorization(
                () -> !runtime
                        .createMessageCorrelation(message)
                        .processInstanceBusinessKey(reviewId)
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
