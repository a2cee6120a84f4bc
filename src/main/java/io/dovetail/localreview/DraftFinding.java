package io.dovetail.localreview;

import io.dovetail.directory.KnownBody;
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
 * @param howTested how it is tested; needed for a hypothesis
 * @param testOwner the body that tests it, by its id; needed for a hypothesis
 * @param restsOn the numbers of the evidence it rests on, as the form sends them
 * @param area the area of crisis care it belongs to
 * @param another whether there is another finding to draft
 */
@Form("draftFinding")
public record DraftFinding(
        @FreeText(max = 2000, required = true) String text,
        @NotNull(message = "please choose one") ClaimClass claimClass,
        @FreeText(max = 1000) @Nullable String howTested,
        @KnownBody @Nullable String testOwner,

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

    boolean isHypothesis() {
        return claimClass == ClaimClass.HYPOTHESIS;
    }

    /** Whether a hypothesis says how it is tested and by whom. */
    @AssertTrue(
            message =
                    "A finding that is a hypothesis needs how it is tested and who tests it; without them it is only a guess.")
    public boolean isTestedWhereItIsAHypothesis() {
        return !isHypothesis() || !(blank(howTested) || blank(testOwner));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Whether the finding rests on something, or says itself that it is still to be tested. */
    @AssertTrue(
            message =
                    "A finding that is a fact or lived experience rests on evidence; please choose it, or call the finding a hypothesis.")
    public boolean isRestingOnEvidence() {
        return claimClass == null || isHypothesis() || !evidence().isEmpty();
    }
}
