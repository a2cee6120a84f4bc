package io.dovetail.engine;

import io.dovetail.mail.NoticePosted;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.request.ReviewFacts;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands messages to reviews by their reference, the business key, and begins what goes on by itself: what came up, and each mail. What
 * it is about is in a feature's table already; the message only says that there is something to see, so one that comes a second time
 * does no harm.
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
     * Tells a review, or the postponement it is in, that somebody asks to put it off.
     *
     * @return whether it heard; not if it has ended meanwhile
     * @throws IllegalStateException while the review is between two steps; trying again in a moment is right
     */
    public boolean deferralRequested(String reviewId) {
        return tell(reviewId, News.PUT_OFF.key(), null);
    }

    /**
     * Tells a county review that a local review has sent findings.
     *
     * @return whether it heard; not if it has ended
     */
    public boolean localFindings(String countyId) {
        return correlate(
                "dovetail.localFindings",
                countyId,
                "findingsKey",
                UUID.randomUUID().toString());
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
        return correlate("dovetail.countyReviewConfirmed", reviewId, "countyId", countyId);
    }

    /**
     * Tells a local review that the county review has ended.
     *
     * @return whether it heard; not if it has settled what it is to the county review
     */
    public boolean countyReviewEnded(String reviewId) {
        return correlate("dovetail.countyReviewEnded", reviewId);
    }

    /** Tells a county review that a local review has been opened. */
    public boolean localReviewOpened(String countyId, String reviewId) {
        return correlate("dovetail.localReviewOpened", countyId, "reviewId", reviewId);
    }

    /** Begins the county review of which somebody has spoken. */
    public void countyClaimMade(String countyId) {
        withoutAuthorization(() -> runtime.createMessageCorrelation("dovetail.countyClaimMade")
                .processInstanceBusinessKey(countyId)
                .setVariable("countyId", countyId)
                .correlateStartMessage());
    }

    /**
     * Tells a review of something that was raised. Each is heard by itself: what it is about stays with the step it leads to, so
     * that two at once never mix.
     *
     * @param news the key of what it is, as {@link News} has it
     * @param subjectId the number of what it is about; none where that is the review itself; a {@code Number}, because an expression would make 0
     *     of a {@code Long} that is not there
     * @return whether it heard; not if it has ended meanwhile, or does not wait for its obstacle to go
     * @throws IllegalStateException while the review goes on and does not listen; trying again in a moment is right
     */
    public boolean tell(String reviewId, String news, @Nullable Number subjectId) {
        News told = News.of(news);
        String subject = told.subject();
        Map<String, Object> about = subject == null
                ? Map.of()
                : Map.of(
                        subject,
                        Objects.requireNonNull(subjectId, "What the news is about must be kept before.")
                                .longValue());
        boolean heard = correlate(told.message(), reviewId, about);
        if (!heard && !told.needNotBeHeard() && reviews.getObject().underWay(reviewId)) {
            throw new IllegalStateException(
                    "Review " + reviewId + " is between two steps and does not listen for what is raised yet: " + news);
        }
        return heard;
    }

    /** What comes up in an answer or a workshop goes the way of everything that is raised: process {@code raise-matter}. */
    @EventListener
    void comesUp(NewsForReview come) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("reviewId", come.reviewId());
        variables.put("news", come.news().key());
        variables.put("subjectId", come.subjectId());
        withoutAuthorization(() -> runtime.createMessageCorrelation("dovetail.matterCameUp")
                .processInstanceBusinessKey(come.reviewId())
                .setVariables(variables)
                .correlateStartMessage());
    }

    /**
     * Starts one {@code send-mail} instance for each mail that a feature posts, in the same transaction: the mail leaves only if what it
     * tells of is kept, is repeated by itself if the server is away, and holds up nothing else.
     */
    @EventListener
    void queue(NoticePosted notice) {
        // Without a business key, where the mail is about several reviews. Who it is for and what it says, the outbox
        // knows.
        withoutAuthorization(() -> runtime.startProcessInstanceByKey(
                "send-mail", notice.reviewId(), Map.of("noticeId", notice.noticeId())));
    }

    private boolean correlate(String message, String businessKey) {
        return correlate(message, businessKey, Map.of());
    }

    private boolean correlate(String message, String businessKey, String variable, Object subject) {
        return correlate(message, businessKey, Map.of(variable, subject));
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

    /** Whoever acts may not touch the review's process themselves, nor start one; what their step leads to may. */
    private static <T> T withoutAuthorization(Supplier<T> action) {
        CommandContext command = Context.getCommandContext();
        return command == null ? action.get() : command.runWithoutAuthorization(action::get);
    }
}
