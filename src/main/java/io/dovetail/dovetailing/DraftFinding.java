package io.dovetail.dovetailing;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param text what was found
 * @param claimClass what kind of claim it is
 * @param restsOn the numbers of the evidence it rests on, as the form sends them
 * @param area the area of crisis care it belongs to
 * @param another whether there is another finding to draft
 */
@Form("draftFinding")
public record DraftFinding(
        @FreeText(max = 2000, required = true) String text,
        @NotNull(message = "please choose one") ClaimClass claimClass,

        @Nullable @Size(max = 50, message = "please choose no more than 50")
        List<
                        @NotNull(message = "please choose from the list")
                        @Size(max = 20, message = "please choose from the list") String>
                restsOn,

        @NotNull(message = "please choose one") CrisisCareArea area,
        @Nullable Boolean another) {

    /** The numbers of the evidence chosen; empty when the box was left alone. */
    List<String> evidence() {
        return restsOn == null ? List.of() : restsOn;
    }

    /** Whether the finding rests on something, or says itself that it is still to be tested. */
    @AssertTrue(
            message =
                    "A finding that is a fact or lived experience rests on evidence; please choose it, or call the finding a hypothesis.")
    public boolean isRestingOnEvidence() {
        return claimClass == null
                || claimClass == ClaimClass.HYPOTHESIS
                || !evidence().isEmpty();
    }
}
