package io.dovetail.matter;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * That a body has less money than before.
 *
 * @param what what was cut
 * @param cutFrom from which day
 * @param noLonger what the body can no longer do
 */
@Form("reportFundingCut")
public record ReportFundingCut(
        @FreeText(max = 1000, min = 10, required = true) String what,

        @NotNull(message = "please choose a date") @DayWithin(yearsBack = 3, yearsAhead = 3)
        LocalDate cutFrom,

        @FreeText(max = 1000, min = 10, required = true) String noLonger) {}
