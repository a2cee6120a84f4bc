package io.dovetail.offer;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A body's answer to an offer of help.
 *
 * @param decision what it decides
 * @param why how it takes the help, or why it does not; given unless it simply accepts
 */
@Form("answerOffer")
public record AnswerOffer(
        @NotNull(message = "please choose one") OfferDecision decision,
        @FreeText(max = 2000, min = 20) @Nullable String why) {

    /** Words that are blank are none. */
    public AnswerOffer {
        why = why == null || why.isBlank() ? null : why.strip();
    }

    @AssertTrue(message = "Please say how you take the help, or why you do not, in at least 20 characters.")
    boolean isExplained() {
        return decision == null || decision == OfferDecision.ACCEPT || why != null;
    }
}
