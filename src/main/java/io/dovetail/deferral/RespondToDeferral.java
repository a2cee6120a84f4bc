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
 * What a body says to another's wish to put a review off.
 *
 * @param view whether it consents
 * @param why why not; given where it objects
 * @param obstacle what it thinks stands in the way, if it sees anything
 * @param help what help it offers, if any
 * @param helpUntil until when that help can be taken up, if it ends
 */
@Form("respondToDeferral")
public record RespondToDeferral(
        @NotNull(message = "please choose one") DeferralView view,
        @FreeText(max = 2000, min = 20) @Nullable String why,
        @FreeText(max = 1000) @Nullable String obstacle,
        @FreeText(max = 1000) @Nullable String help,

        @Future(message = "this day has come already, please choose a later one") @Nullable @DayWithin(yearsAhead = 3)
        LocalDate helpUntil) {

    @AssertTrue(message = "Please say why you object, in at least 20 characters.")
    boolean isExplained() {
        return view != DeferralView.OBJECT || given(why);
    }

    @AssertTrue(message = "You gave a day but no help: please say what you can offer, or take the day away.")
    boolean isHelpNamed() {
        return helpUntil == null || given(help);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
