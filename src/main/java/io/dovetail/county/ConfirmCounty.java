package io.dovetail.county;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A county lead says whether there is to be a review of the whole county.
 *
 * @param held whether there is
 * @param sponsor who answers for it
 * @param findingsOn by which day its findings are there
 * @param terms its terms of reference
 * @param why why there is none
 */
@Form("confirmCounty")
public record ConfirmCounty(
        @NotNull(message = "please choose one") Holding held,
        @FreeText(max = 200, oneLine = true) @Nullable String sponsor,
        @Nullable @DayWithin(yearsBack = 2, yearsAhead = 3) LocalDate startsOn,
        @Nullable @DayWithin(yearsBack = 2, yearsAhead = 6) LocalDate findingsOn,
        @FreeText(max = 2000, min = 40) @Nullable String terms,
        @FreeText(max = 2000, min = 20) @Nullable String why) {

    @AssertTrue(
            message =
                    "A county review is confirmed by its sponsor, its first day, the day of its findings and its terms of"
                            + " reference. Please give all 4.")
    boolean isComplete() {
        return held != Holding.HELD || (given(sponsor) && startsOn != null && findingsOn != null && given(terms));
    }

    @AssertTrue(message = "Its findings cannot be there before it starts; please choose a later day for them.")
    boolean isInOrder() {
        return held != Holding.HELD || startsOn == null || findingsOn == null || findingsOn.isAfter(startsOn);
    }

    @AssertTrue(
            message = "Please say in at least 20 characters why there is none; everybody who was told of it reads it.")
    boolean isExplained() {
        return held != Holding.NOT_HELD || given(why);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
