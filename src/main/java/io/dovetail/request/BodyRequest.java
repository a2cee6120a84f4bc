package io.dovetail.request;

import io.dovetail.directory.Seat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One thing asked of one body.
 *
 * @param id the request's number
 * @param reviewId the reference of the review it belongs to
 * @param bodyId the body that is asked
 * @param question what is asked: the id of the {@link Question} and of its form
 * @param subjectId what it is about within the review (a workshop, a recommendation), if not the review itself
 * @param askedAt when it was asked
 * @param answerDueAt when the answer is due
 * @param silenceDueAt when no answer becomes the answer
 * @param closedAt when it was answered, silence was recorded, or it was withdrawn
 * @param answeredBy the sign-in id of the person who answered; none where the body stayed silent
 * @param answeredByName that person's name
 * @param stoodIn who answered in the body's place because it has ended: a body, or {@link Seat#CONVENORS}; null where it answered
 *     itself
 * @param withdrawn whether it was taken back unanswered, because what it belongs to was put off; that is no silence
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
        @Nullable Instant closedAt,
        @Nullable String answeredBy,
        @Nullable String answeredByName,
        @Nullable String stoodIn,
        boolean withdrawn) {

    /** Whether nobody has answered yet, and neither has silence been recorded nor the request been withdrawn. */
    public boolean open() {
        return closedAt == null;
    }

    /** Whether the body let the time pass. */
    public boolean silent() {
        return closedAt != null && answeredBy == null && !withdrawn;
    }

    /** The number of a request that has been stored. */
    public long number() {
        if (id == null) {
            throw new IllegalStateException("This request has not been stored yet.");
        }
        return id;
    }

    /** What it is about, where that is not the review itself. */
    public long subject() {
        if (subjectId == null) {
            throw new IllegalStateException("Request " + id + " is about the review itself.");
        }
        return subjectId;
    }

    BodyRequest answered(Instant at, String personId, String personName, @Nullable String inItsPlace) {
        return new BodyRequest(
                id,
                reviewId,
                bodyId,
                question,
                subjectId,
                askedAt,
                answerDueAt,
                silenceDueAt,
                at,
                personId,
                personName,
                inItsPlace,
                false);
    }

    BodyRequest due(Instant answer, Instant silence) {
        return new BodyRequest(
                id,
                reviewId,
                bodyId,
                question,
                subjectId,
                askedAt,
                answer,
                silence,
                closedAt,
                answeredBy,
                answeredByName,
                stoodIn,
                withdrawn);
    }

    BodyRequest silent(Instant at) {
        return unanswered(at, false);
    }

    BodyRequest withdrawn(Instant at) {
        return unanswered(at, true);
    }

    private BodyRequest unanswered(Instant at, boolean takenBack) {
        return new BodyRequest(
                id,
                reviewId,
                bodyId,
                question,
                subjectId,
                askedAt,
                answerDueAt,
                silenceDueAt,
                at,
                null,
                null,
                null,
                takenBack);
    }
}
