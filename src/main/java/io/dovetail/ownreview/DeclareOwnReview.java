package io.dovetail.ownreview;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a body says of a review that it makes by itself.
 *
 * @param scope what it looks at
 * @param startsOn the day on which it begins or began
 * @param endsOn the last day
 * @param seats how many of the others may watch
 * @param howToTakeUp how one becomes one of them; given where there is a seat
 */
@Form("declareOwnReview")
public record DeclareOwnReview(
        @FreeText(max = 2000, min = 20, required = true) String scope,

        @NotNull(message = "please choose a date") @DayWithin(yearsBack = 2, yearsAhead = 3)
        LocalDate startsOn,

        @NotNull(message = "please choose a date") @DayWithin(yearsBack = 2, yearsAhead = 5)
        LocalDate endsOn,

        @NotNull(message = "please give a number, 0 if there is none")
        @Min(value = 0, message = "please give 0 or more")
        @Max(value = 50, message = "please give 50 at most")
        Integer seats,

        @FreeText(max = 500, min = 5) @Nullable String howToTakeUp) {

    /** Where there is no seat, nobody takes one up, whatever was typed before. */
    public DeclareOwnReview {
        howToTakeUp = seats != null && seats == 0 ? null : howToTakeUp;
    }

    @AssertTrue(message = "The review ends before it begins; please check both days.")
    boolean isInOrder() {
        return startsOn == null || endsOn == null || !endsOn.isBefore(startsOn);
    }

    @AssertTrue(message = "Please say how one takes up an observer seat.")
    boolean isSeatReachable() {
        return seats == null || seats == 0 || (howToTakeUp != null && !howToTakeUp.isBlank());
    }
}
