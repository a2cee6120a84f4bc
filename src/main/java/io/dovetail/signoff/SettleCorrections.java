package io.dovetail.signoff;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the corrections that bodies asked for. Up to three findings are given new words; the form has fixed rows.
 *
 * @param finding1 the finding that is reworded, by its number in the table
 * @param wording1 what it says from now on
 * @param finding2 another one
 * @param wording2 what that says from now on
 * @param finding3 another one
 * @param wording3 what that says from now on
 * @param answers what was changed, and what was not changed and why; given where something was asked for
 */
@Form("settleCorrections")
public record SettleCorrections(
        @Nullable String finding1,
        @FreeText(max = 4000) @Nullable String wording1,
        @Nullable String finding2,
        @FreeText(max = 4000) @Nullable String wording2,
        @Nullable String finding3,
        @FreeText(max = 4000) @Nullable String wording3,
        @FreeText(max = 4000, min = 20) @Nullable String answers) {

    @AssertTrue(message = "Each finding that is changed needs both: which finding it is, and its new wording.")
    boolean isEveryRowWhole() {
        return whole(finding1, wording1) && whole(finding2, wording2) && whole(finding3, wording3);
    }

    @AssertTrue(message = "A finding is changed twice here: please give it one wording.")
    boolean isEveryFindingChangedOnce() {
        return differ(finding1, finding2) && differ(finding1, finding3) && differ(finding2, finding3);
    }

    /** The new wordings by the finding's number in the table. */
    Map<String, String> wordings() {
        Map<String, String> wordings = new LinkedHashMap<>();
        put(wordings, finding1, wording1);
        put(wordings, finding2, wording2);
        put(wordings, finding3, wording3);
        return wordings;
    }

    private static void put(Map<String, String> wordings, @Nullable String finding, @Nullable String wording) {
        if (finding != null && !finding.isBlank() && wording != null) {
            wordings.put(finding, wording);
        }
    }

    private static boolean whole(@Nullable String finding, @Nullable String wording) {
        return (finding == null || finding.isBlank()) == (wording == null || wording.isBlank());
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() || !one.equals(other);
    }
}
