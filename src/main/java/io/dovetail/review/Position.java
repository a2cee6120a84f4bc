package io.dovetail.review;

import io.dovetail.form.Shown;
import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Where a body stood on a proposed review when it was asked. Never changed: a body that is asked again gives another one, and
 * its latest counts.
 *
 * @param id its number in the table; the higher of two of one body is the later one
 * @param reviewId the reference of the review
 * @param word whose word it is, who gave it and when
 * @param stance what it answered; none where it stayed silent
 * @param why why, or on what conditions
 * @param mandate whether the person could commit the body
 * @param referBackBy when the body's word will be known, where the person could not
 * @param lead who leads for the body
 * @param deputy who stands in
 * @param help what it offers to help with
 * @param commitment what it will do
 */
public record Position(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty Word word,
        @Nullable Stance stance,
        @Nullable String why,
        @Nullable Mandate mandate,
        @Nullable LocalDate referBackBy,
        @Nullable String lead,
        @Nullable String deputy,
        @Nullable String help,
        @Nullable String commitment)
        implements Said {

    static Position silent(String reviewId, String bodyId, Instant at) {
        return new Position(null, reviewId, Word.silence(bodyId, at), null, null, null, null, null, null, null, null);
    }

    /** Whether where the body stands is still open: it stayed silent, or asked to put the review off, which is no word on it. */
    boolean isStillToCome() {
        return stance == null || stance == Stance.PUT_OFF;
    }

    /** Whether the body joins, with conditions or without. */
    public boolean joins() {
        return stance != null && stance.joins();
    }

    /** Whether the person could speak for the body, in plain words; an empty text where nothing was said of it. */
    public String mandateLabel() {
        if (mandate == null) {
            return "";
        }
        return referBackBy == null ? mandate.label() : "Refers back by " + Shown.day(referBackBy);
    }

    /** What the body answered, in plain words. */
    public String stanceLabel() {
        return stance == null ? "No answer" : stance.label();
    }
}
