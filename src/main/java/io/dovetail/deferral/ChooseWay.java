package io.dovetail.deferral;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What the convenor and the chair of the health and wellbeing board choose for a review that has been put off too often.
 *
 * @param way how it goes on
 * @param reason why; it is published
 * @param chairSaid what the chair said, or how they were asked
 * @param independentConvenor who convenes from now on; given where somebody from outside does
 */
@Form("chooseWay")
public record ChooseWay(
        @NotNull(message = "please choose one") Way way,
        @FreeText(max = 1500, min = 40, required = true) String reason,
        @FreeText(max = 500, min = 10, required = true) String chairSaid,
        @FreeText(max = 200, oneLine = true) @Nullable String independentConvenor) {

    @AssertTrue(message = "Please name the independent convenor and say where they come from.")
    boolean isConvenorNamed() {
        return way != Way.INDEPENDENT_CONVENOR || (independentConvenor != null && !independentConvenor.isBlank());
    }
}
