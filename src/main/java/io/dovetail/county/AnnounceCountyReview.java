package io.dovetail.county;

import io.dovetail.directory.KnownArea;
import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * A county lead announces a review of the whole county.
 *
 * @param county the county, by its id
 * @param sponsor who answers for it
 * @param findingsOn by which day its findings are there
 * @param terms its terms of reference
 */
@Form("announceCountyReview")
public record AnnounceCountyReview(
        @NotBlank(message = "please choose one") @KnownArea String county,

        @FreeText(max = 200, required = true, oneLine = true)
        String sponsor,

        @NotNull(message = "please choose a date") @DayWithin(yearsBack = 2, yearsAhead = 3)
        LocalDate startsOn,

        @NotNull(message = "please choose a date") @DayWithin(yearsBack = 2, yearsAhead = 6)
        LocalDate findingsOn,

        @FreeText(max = 2000, min = 40, required = true) String terms) {

    @AssertTrue(message = "Its findings cannot be there before it starts; please choose a later day for them.")
    boolean isInOrder() {
        return startsOn == null || findingsOn == null || findingsOn.isAfter(startsOn);
    }
}
