package io.dovetail.workshop;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Which of the proposed dates a body can make, and what its people need to take part.
 *
 * @param can1 whether it can make the first date, and so on; a date that was proposed needs an answer
 * @param can2 the second date
 * @param can3 the third date
 * @param can4 the fourth date
 * @param can5 the fifth date
 * @param can6 the sixth date
 * @param accessNeeds what people need to take part; confidential, only the convenor reads it
 * @param peopleWithLivedExperience how many people with lived experience would come with this body
 * @param papersFormat how the papers are wanted
 */
@Form("giveAvailability")
public record GiveAvailability(
        @NotNull(message = "please choose one") CanCome can1,
        @NotNull(message = "please choose one") CanCome can2,
        @NotNull(message = "please choose one") CanCome can3,
        @Nullable CanCome can4,
        @Nullable CanCome can5,
        @Nullable CanCome can6,
        @FreeText(max = 1000) @Nullable String accessNeeds,

        @NotNull(message = "please give a number from 0 to 50")
        @Min(value = 0, message = "please give a number from 0 to 50")
        @Max(value = 50, message = "please give a number from 0 to 50")
        Integer peopleWithLivedExperience,

        @NotNull(message = "please choose one") PapersFormat papersFormat) {

    @Nullable
    CanCome can(int place) {
        return Places.pick(place, can1, can2, can3, can4, can5, can6);
    }

    /** The same without what was said to dates that nobody proposed. */
    GiveAvailability to(ProposeDates proposed) {
        return new GiveAvailability(
                can1,
                can2,
                can3,
                proposed.date4() == null ? null : can4,
                proposed.date5() == null ? null : can5,
                proposed.date6() == null ? null : can6,
                accessNeeds,
                peopleWithLivedExperience,
                papersFormat);
    }
}
