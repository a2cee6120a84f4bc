package io.dovetail.signoff;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A body's check of the drafted findings.
 *
 * @param accuracy whether they are right as drafted
 * @param corrections what is wrong and what it should say; given where something is
 */
@Form("checkFindings")
public record CheckFindings(
        @NotNull(message = "please choose one") Accuracy accuracy,
        @FreeText(max = 4000, min = 20) @Nullable String corrections) {

    /** The same without what the chosen answer hides. */
    CheckFindings asShown() {
        return new CheckFindings(accuracy, accuracy == Accuracy.NEEDS_CORRECTION ? corrections : null);
    }

    @AssertTrue(message = "Please say which finding needs correcting, what is wrong, and what it should say.")
    boolean isCorrectionGiven() {
        return accuracy != Accuracy.NEEDS_CORRECTION || (corrections != null && !corrections.isBlank());
    }
}
