package io.dovetail.matter;

import io.dovetail.keeping.Numbered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something that a member of a body raises about a review.
 *
 * @param reviewId the reference of the review, once it has been chosen
 * @param kind what it is, once that has been chosen
 * @param said what was said, once it has been, so that nothing is lost if the review ends meanwhile
 * @param subjectId the number of what has been kept from it: an own review, an offer, a concern or a funding cut
 * @param bodyId the body of the person
 * @param personId the sign-in id of the person
 * @param personName that person's name
 * @param raisedAt when they began
 */
record Matter(
        @Id @Nullable Long id,
        @Nullable String reviewId,
        @Nullable MatterKind kind,
        @Nullable String said,
        @Nullable Long subjectId,
        @Nullable String bodyId,
        String personId,
        String personName,
        Instant raisedAt)
        implements Numbered {

    String review() {
        if (reviewId == null) {
            throw new IllegalStateException("Matter " + id + " is about no review yet.");
        }
        return reviewId;
    }

    String body() {
        if (bodyId == null) {
            throw new IllegalStateException("Matter " + id + " was raised by somebody who belongs to no organisation.");
        }
        return bodyId;
    }

    MatterKind chosen() {
        if (kind == null) {
            throw new IllegalStateException("Of matter " + id + " nobody has said yet what it is.");
        }
        return kind;
    }

    Matter about(@Nullable String review, MatterKind what) {
        return new Matter(id, review, what, said, subjectId, bodyId, personId, personName, raisedAt);
    }

    Matter saying(String text) {
        return new Matter(id, reviewId, kind, text, subjectId, bodyId, personId, personName, raisedAt);
    }

    Matter keptAs(@Nullable Long subject) {
        return new Matter(id, reviewId, kind, said, subject, bodyId, personId, personName, raisedAt);
    }
}
