package io.dovetail.workshop;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who came to a workshop and what was decided there.
 *
 * @param bodiesPresent the ids of the bodies that came, there or through the remote link
 * @param peopleWithLivedExperience how many people with lived experience came
 * @param carersPresent how many carers came
 * @param decisions what was decided
 * @param livedExperienceView what the people with lived experience said, in their own words and as they want it kept
 */
@Form("recordAttendance")
public record RecordAttendance(
        @Nullable @Size(max = 100, message = "please choose no more than 100")
        List<
                        @NotNull(message = "please choose from the list")
                        @Size(max = 64, message = "please choose from the list") String>
                bodiesPresent,

        @NotNull(message = "please give a number from 0 to 200")
        @Min(value = 0, message = "please give a number from 0 to 200")
        @Max(value = 200, message = "please give a number from 0 to 200")
        Integer peopleWithLivedExperience,

        @NotNull(message = "please give a number from 0 to 200")
        @Min(value = 0, message = "please give a number from 0 to 200")
        @Max(value = 200, message = "please give a number from 0 to 200")
        Integer carersPresent,

        @FreeText(max = 4000, required = true) String decisions,
        @FreeText(max = 4000) @Nullable String livedExperienceView) {

    /** The ids of the bodies that came; empty when the box was left alone. */
    List<String> present() {
        return bodiesPresent == null ? List.of() : bodiesPresent;
    }
}
