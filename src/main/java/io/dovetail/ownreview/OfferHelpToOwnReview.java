package io.dovetail.ownreview;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a body says to another one's own review.
 *
 * @param seat whether it takes an observer seat
 * @param observer who watches for it; given where it takes a seat
 * @param help what help it offers, if any
 * @param helpUntil until when that help can be taken up, if it ends
 */
@Form("offerHelpToOwnReview")
public record OfferHelpToOwnReview(
        @NotNull(message = "please choose one") ObserverSeat seat,
        @FreeText(max = 200, oneLine = true) @Nullable String observer,
        @FreeText(max = 1000, min = 10) @Nullable String help,

        @Future(message = "this day has come already, please choose a later one") @Nullable @DayWithin(yearsAhead = 3)
        LocalDate helpUntil) {

    @AssertTrue(message = "Please say who takes the observer seat; a role is enough.")
    boolean isObserverNamed() {
        return seat != ObserverSeat.TAKE || given(observer);
    }

    @AssertTrue(message = "You gave a day but no help: please say what you can offer, or take the day away.")
    boolean isHelpNamed() {
        return helpUntil == null || given(help);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
