package io.dovetail.county;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a body says to merging its local review into the county's.
 *
 * @param view what it says
 * @param why why it objects
 */
@Form("consentToMerge")
public record ConsentToMerge(
        @NotNull(message = "please choose one") MergeView view,
        @FreeText(max = 2000, min = 20) @Nullable String why) {

    @AssertTrue(message = "Please say in at least 20 characters why you object.")
    boolean isExplained() {
        return view != MergeView.OBJECT || (why != null && !why.isBlank());
    }
}
