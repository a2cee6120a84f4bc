package io.dovetail.plan;

import io.dovetail.directory.KnownBody;
import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation as it is written down.
 *
 * @param text what should be done
 * @param owner the body that is to do it, by its id
 * @param byOn the day by which it should be done
 * @param measure how anybody will be able to tell that it is done
 * @param restsOn the finding it rests on, by its number in the table
 * @param prevention what it prevents, for people and for services
 * @param another whether there is another recommendation
 */
@Form("addRecommendation")
public record AddRecommendation(
        @FreeText(max = 2000, min = 20, required = true) String text,
        @NotBlank(message = "please choose one") @KnownBody String owner,

        @NotNull(message = "please choose a date")
        @Future(message = "this day has come already, please choose a later one")
        @DayWithin(yearsAhead = 5)
        LocalDate byOn,

        @FreeText(max = 1000, required = true, oneLine = true)
        String measure,

        @NotBlank(message = "please choose one") String restsOn,
        @FreeText(max = 1000, required = true) String prevention,
        @Nullable Boolean another) {}
