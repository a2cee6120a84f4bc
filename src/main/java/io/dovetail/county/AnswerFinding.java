package io.dovetail.county;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * The county's answer to one local finding.
 *
 * @param answer what it answers
 * @param because in which form it is in the county review, or why it does not
 */
@Form("answerFinding")
public record AnswerFinding(
        @NotNull(message = "please choose one") FindingAnswer answer,
        @FreeText(max = 2000, min = 20) @Nullable String because) {

    @AssertTrue(
            message =
                    "Please say in at least 20 characters in which form it is in the county review, or why it does not.")
    boolean isExplained() {
        return answer == null || answer == FindingAnswer.ADOPTED || (because != null && !because.isBlank());
    }
}
