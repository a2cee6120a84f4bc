package io.dovetail.signoff;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * Whether a body puts its name to the findings.
 *
 * @param view whether it agrees
 * @param text where it dissents, or why it does not agree; printed as typed
 */
@Form("signOff")
public record SignOff(
        @NotNull(message = "please choose one") SignOffView view,
        @FreeText(max = 4000, min = 20) @Nullable String text) {

    /** The same without what the chosen answer hides. */
    SignOff asShown() {
        return new SignOff(view, view == SignOffView.AGREE ? null : text);
    }

    @AssertTrue(
            message =
                    "Please say where your organisation sees it differently: it will be printed in the report as you write it.")
    boolean isDissentSaid() {
        return view == null || view == SignOffView.AGREE || (text != null && !text.isBlank());
    }
}
