package io.dovetail.followup;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a recommendation reports.
 *
 * @param progress what has become of it
 * @param newDate when it will be done; needed where it is late
 * @param why why it is late or withdrawn
 * @param evidence what shows it; needed where it is done
 */
@Form("reportProgress")
public record ReportProgress(
        @NotNull(message = "please choose one") Progress progress,
        @Nullable @DayWithin(yearsBack = 1, yearsAhead = 5) LocalDate newDate,
        @FreeText(max = 1000) @Nullable String why,
        @FreeText(max = 2000) @Nullable String evidence) {

    /** The same without what the chosen answer hides. */
    ReportProgress asShown() {
        return new ReportProgress(
                progress, progress == Progress.LATE ? newDate : null, progress == Progress.DONE ? null : why, evidence);
    }

    /** Whether something late has a date: nothing is put off without one. */
    @AssertTrue(message = "Please give the new date: nothing is put off without one.")
    public boolean isNewDateGivenWhereLate() {
        return progress != Progress.LATE || newDate != null;
    }

    /** Whether something late or withdrawn comes with a reason. */
    @AssertTrue(message = "Please say why it is late or withdrawn.")
    public boolean isReasonGiven() {
        return progress == null || progress == Progress.DONE || given(why);
    }

    /** Whether something done comes with what shows it. */
    @AssertTrue(message = "Please say what shows that it is done; a claim needs evidence.")
    public boolean isEvidenceGivenWhereDone() {
        return progress != Progress.DONE || given(evidence);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
