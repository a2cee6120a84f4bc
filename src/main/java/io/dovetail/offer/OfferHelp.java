package io.dovetail.offer;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Help that somebody offers another body of a review at any time.
 *
 * @param toBody the body it is offered to
 * @param help what is offered
 * @param until the last day on which it can be taken up, if it ends
 */
@Form("offerHelp")
public record OfferHelp(
        @NotNull(message = "please choose an organisation") String toBody,
        @FreeText(max = 1000, min = 10, required = true) String help,

        @Future(message = "this day has come already, please choose a later one") @Nullable @DayWithin(yearsAhead = 3)
        LocalDate until) {}
