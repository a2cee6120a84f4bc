package io.dovetail.review;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A body's answer to a proposed review.
 *
 * @param stance whether it joins
 * @param why why, or on what conditions; given unless it simply joins
 * @param mandate whether the person who answers can commit the body
 * @param referBackBy when the body's word will be known; given where the person must refer back
 * @param lead who leads on the review for the body
 * @param deputy who stands in for the lead, if anybody
 * @param help what the body offers to help with, if anything
 * @param commitment what it will do, in one sentence; given where it joins
 */
@Form("answerProposal")
public record AnswerProposal(
        @NotNull(message = "please choose one") Stance stance,
        @FreeText(max = 2000, min = 20) @Nullable String why,
        @NotNull(message = "please choose one") Mandate mandate,

        @Future(message = "this day has come already, please choose a later one") @Nullable @DayWithin(yearsAhead = 1)
        LocalDate referBackBy,

        @FreeText(max = 120, required = true, oneLine = true)
        String lead,

        @FreeText(max = 120, oneLine = true) @Nullable String deputy,
        @FreeText(max = 1000) @Nullable String help,
        @FreeText(max = 400, oneLine = true) @Nullable String commitment) {

    /** The same without what the chosen answer hides: no form sends it, and a client that does changes nothing. */
    AnswerProposal asShown() {
        return new AnswerProposal(
                stance,
                why,
                mandate,
                mandate == Mandate.MUST_REFER_BACK ? referBackBy : null,
                lead,
                deputy,
                help,
                stance.joins() ? commitment : null);
    }

    @AssertTrue(
            message =
                    "Please say why, in at least 20 characters; only an organisation that simply joins does not have to.")
    boolean isExplained() {
        return stance == null || stance == Stance.JOIN || (why != null && !why.isBlank());
    }

    @AssertTrue(message = "Please say by when you will have referred back and can answer for your organisation.")
    boolean isReferBackDated() {
        return mandate != Mandate.MUST_REFER_BACK || referBackBy != null;
    }

    @AssertTrue(message = "An organisation that joins makes a commitment: please say in one sentence what it will do.")
    boolean isCommitted() {
        return stance == null || !stance.joins() || (commitment != null && !commitment.isBlank());
    }
}
