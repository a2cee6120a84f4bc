package io.dovetail.ownreview;

import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import io.dovetail.review.ClaimClass;
import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Up to three findings of a review that a body made by itself, or why there is none.
 *
 * @param nothingToReport whether there is none
 * @param why why there is none, and when there will be
 * @param finding1 what was found first
 * @param claimClass1 what kind of claim it is
 * @param source1 where it comes from
 * @param test1 how it could be tested; needed for a hypothesis
 * @param finding2 what was found second
 * @param claimClass2 what kind of claim it is
 * @param source2 where it comes from
 * @param test2 how it could be tested; needed for a hypothesis
 * @param finding3 what was found third
 * @param claimClass3 what kind of claim it is
 * @param source3 where it comes from
 * @param test3 how it could be tested; needed for a hypothesis
 */
@Form("reportOwnFindings")
public record ReportOwnFindings(
        @Nullable Boolean nothingToReport,
        @FreeText(max = 1000, min = 20) @Nullable String why,
        @FreeText(max = 2000) @Nullable String finding1,
        @Nullable ClaimClass claimClass1,
        @FreeText(max = 500, oneLine = true) @Nullable String source1,
        @FreeText(max = 1000) @Nullable String test1,
        @FreeText(max = 2000) @Nullable String finding2,
        @Nullable ClaimClass claimClass2,
        @FreeText(max = 500, oneLine = true) @Nullable String source2,
        @FreeText(max = 1000) @Nullable String test2,
        @FreeText(max = 2000) @Nullable String finding3,
        @Nullable ClaimClass claimClass3,
        @FreeText(max = 500, oneLine = true) @Nullable String source3,
        @FreeText(max = 1000) @Nullable String test3) {

    /** The rows that have something in them, in the order of the form. */
    List<FindingRow> rows() {
        return Stream.of(
                        new FindingRow(finding1, claimClass1, source1, test1),
                        new FindingRow(finding2, claimClass2, source2, test2),
                        new FindingRow(finding3, claimClass3, source3, test3))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    boolean hasNothing() {
        return Boolean.TRUE.equals(nothingToReport);
    }

    @AssertTrue(message = "Please give at least one finding, or tick that there is none to report.")
    boolean isSomethingSaid() {
        return hasNothing() || !rows().isEmpty();
    }

    @AssertTrue(message = "You gave a finding and ticked that there is none; please do one or the other.")
    boolean isOneOrTheOther() {
        return !hasNothing() || rows().isEmpty();
    }

    @AssertTrue(
            message = "Please say why there is nothing to report, and when there will be, in at least 20 characters.")
    boolean isNothingExplained() {
        return !hasNothing() || !blank(why);
    }

    @AssertTrue(message = "Each finding needs what was found, the kind of claim it is, and its source.")
    boolean isEveryFindingComplete() {
        return rows().stream().allMatch(FindingRow::isComplete);
    }

    @AssertTrue(message = "A hypothesis needs a word on how it could be tested; without one it is only a guess.")
    boolean isEveryHypothesisTestable() {
        return rows().stream().noneMatch(row -> row.claimClass() == ClaimClass.HYPOTHESIS && blank(row.test()));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** One row of the form as it was sent. */
    record FindingRow(
            @Nullable String finding,
            @Nullable ClaimClass claimClass,
            @Nullable String source,
            @Nullable String test) {

        boolean isEmpty() {
            return blank(finding) && claimClass == null && blank(source) && blank(test);
        }

        boolean isComplete() {
            return !blank(finding) && claimClass != null && !blank(source);
        }
    }
}
