package io.dovetail.review;

import io.dovetail.form.Shown;
import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * Where a body stood on a proposed review when it was asked. Never changed: a body that is asked again gives another one, and
 * its latest counts.
 *
 * @param id its number in the table; the higher of two of one body is the later one
 * @param answer what it answered; nothing where it stayed silent
 */
public record Position(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable AnswerProposal answer)
        implements Said {

    /** Whether it joins; none where it stayed silent. */
    public @Nullable Stance stance() {
        return answer == null ? null : answer.stance();
    }

    /** What it commits to, if it commits to anything. */
    public @Nullable String commitment() {
        return answer == null ? null : answer.commitment();
    }

    /** Whether where the body stands is still open: it stayed silent, or asked to put the review off, which is no word on it. */
    boolean isStillToCome() {
        return answer == null || answer.stance() == Stance.PUT_OFF;
    }

    /** Whether the body joins, with conditions or without. */
    public boolean joins() {
        return answer != null && answer.stance().joins();
    }

    /** Whether the person could speak for the body, in plain words; an empty text where nothing was said of it. */
    public String mandateLabel() {
        if (answer == null) {
            return "";
        }
        LocalDate by = answer.referBackBy();
        return by == null ? answer.mandate().label() : "Refers back by " + Shown.day(by);
    }

    /** What the body answered, in plain words. */
    public String stanceLabel() {
        return answer == null ? "No answer" : answer.stance().label();
    }
}
