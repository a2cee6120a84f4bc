package io.dovetail.request;

import io.dovetail.keeping.Numbered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One thing asked of one body.
 *
 * @param id the request's number
 * @param bodyId the body that is asked
 * @param question what is asked: the id of the {@link Question} and of its form
 * @param subjectId what it is about within the review (a workshop, a recommendation), if not the review itself
 * @param askedAt when it was asked
 * @param answerDueAt when the answer is due
 * @param silenceDueAt when no answer becomes the answer
 * @param closing how it was closed, if it was
 */
@Table("body_request")
public record BodyRequest(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        String question,
        @Nullable Long subjectId,
        Instant askedAt,
        Instant answerDueAt,
        Instant silenceDueAt,
        @Embedded.Empty Closing closing)
        implements Numbered {

    /** Whether nobody has answered yet, and neither has silence been recorded nor the request been withdrawn. */
    public boolean open() {
        return closedAt() == null;
    }

    /** Whether the body let the time pass. */
    public boolean silent() {
        return closedAt() != null && closing.answeredBy() == null && !withdrawn();
    }

    /** What it is about, where that is not the review itself. */
    public long subject() {
        if (subjectId == null) {
            throw new IllegalStateException("Request " + id + " is about the review itself.");
        }
        return subjectId;
    }

    /** When it was answered, silence was recorded, or it was withdrawn. */
    public @Nullable Instant closedAt() {
        return closing.closedAt();
    }

    /** Whether it was taken back unanswered; that is no silence. */
    public boolean withdrawn() {
        return closing.withdrawn();
    }

    BodyRequest due(Instant answer, Instant silence) {
        return new BodyRequest(id, reviewId, bodyId, question, subjectId, askedAt, answer, silence, closing);
    }

    BodyRequest closed(Closing how) {
        return new BodyRequest(id, reviewId, bodyId, question, subjectId, askedAt, answerDueAt, silenceDueAt, how);
    }
}
