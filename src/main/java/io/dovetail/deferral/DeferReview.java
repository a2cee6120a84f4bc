package io.dovetail.deferral;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a body says when it asks to put a review off.
 *
 * @param category what kind of reason it is
 * @param reason the reason, in its own words; given unless it gives none, which is published as such
 * @param newOn the day on which the review goes on; a postponement is never dateless
 * @param needed what must be true by then
 * @param safeguard what holds meanwhile for people in a crisis
 * @param takeAway whether the body would sort it out by itself; it is then worked out together all the same
 */
@Form("deferReview")
public record DeferReview(
        @NotNull(message = "please choose one") DeferralReason category,
        @FreeText(max = 2000, min = 40) @Nullable String reason,

        @NotNull(message = "please choose a date; nothing is put off without one")
        @Future(message = "this day has come already, please choose a later one")
        @DayWithin(yearsAhead = 1)
        LocalDate newOn,

        @FreeText(max = 1000, min = 10, required = true) String needed,
        @FreeText(max = 1000, min = 10, required = true) String safeguard,
        @Nullable Boolean takeAway) {

    @AssertTrue(
            message =
                    "Please give the reason in at least 40 characters, or choose “No reason given”, which is published.")
    boolean isReasonThere() {
        return category == null || category == DeferralReason.NO_REASON || (reason != null && !reason.isBlank());
    }

    boolean takenAway() {
        return Boolean.TRUE.equals(takeAway);
    }
}
