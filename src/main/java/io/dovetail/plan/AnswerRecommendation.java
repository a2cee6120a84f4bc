package io.dovetail.plan;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * What a body says to a recommendation that it is to carry out.
 *
 * @param answer whether it accepts it
 * @param text what it changes, or why it refuses; printed as typed
 */
@Form("answerRecommendation")
public record AnswerRecommendation(
        @NotNull(message = "please choose one") OwnerAnswer answer,
        @FreeText(max = 2000, min = 20) @Nullable String text) {

    /** The same without what the chosen answer hides. */
    AnswerRecommendation asShown() {
        return new AnswerRecommendation(answer, answer == OwnerAnswer.ACCEPT ? null : text);
    }

    @AssertTrue(
            message =
                    "Please say what your organisation would change, or why it refuses: it will be printed in the report.")
    boolean isExplained() {
        return answer == null || answer == OwnerAnswer.ACCEPT || (text != null && !text.isBlank());
    }
}
