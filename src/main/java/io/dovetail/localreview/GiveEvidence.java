package io.dovetail.localreview;

import io.dovetail.directory.KnownBody;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import io.dovetail.review.ClaimClass;
import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Up to three pieces of evidence from one body, or that it has nothing to add.
 *
 * @param nothingToAdd whether the body has nothing to add
 * @param statement1 what the first piece says
 * @param claimClass1 what kind of claim it is
 * @param source1 where it comes from
 * @param test1 how it could be tested; needed for a hypothesis
 * @param testOwner1 the body that tests it, by its id; needed for a hypothesis
 * @param statement2 what the second piece says
 * @param claimClass2 what kind of claim it is
 * @param source2 where it comes from
 * @param test2 how it could be tested; needed for a hypothesis
 * @param testOwner2 the body that tests it, by its id; needed for a hypothesis
 * @param statement3 what the third piece says
 * @param claimClass3 what kind of claim it is
 * @param source3 where it comes from
 * @param test3 how it could be tested; needed for a hypothesis
 * @param testOwner3 the body that tests it, by its id; needed for a hypothesis
 */
@Form("giveEvidence")
public record GiveEvidence(
        @Nullable Boolean nothingToAdd,
        @FreeText(max = 2000) @Nullable String statement1,
        @Nullable ClaimClass claimClass1,
        @FreeText(max = 500, oneLine = true) @Nullable String source1,
        @FreeText(max = 1000) @Nullable String test1,
        @KnownBody @Nullable String testOwner1,
        @FreeText(max = 2000) @Nullable String statement2,
        @Nullable ClaimClass claimClass2,
        @FreeText(max = 500, oneLine = true) @Nullable String source2,
        @FreeText(max = 1000) @Nullable String test2,
        @KnownBody @Nullable String testOwner2,
        @FreeText(max = 2000) @Nullable String statement3,
        @Nullable ClaimClass claimClass3,
        @FreeText(max = 500, oneLine = true) @Nullable String source3,
        @FreeText(max = 1000) @Nullable String test3,
        @KnownBody @Nullable String testOwner3) {

    /** The rows that have something in them, in the order of the form. */
    List<EvidenceRow> rows() {
        return Stream.of(
                        new EvidenceRow(statement1, claimClass1, source1, test1, testOwner1),
                        new EvidenceRow(statement2, claimClass2, source2, test2, testOwner2),
                        new EvidenceRow(statement3, claimClass3, source3, test3, testOwner3))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    boolean hasNothingToAdd() {
        return Boolean.TRUE.equals(nothingToAdd);
    }

    /** Whether there is evidence, or the word that there is none. */
    @AssertTrue(message = "Please give at least one piece of evidence, or tick that you have nothing to add.")
    public boolean isSomethingSaid() {
        return hasNothingToAdd() || !rows().isEmpty();
    }

    /** Whether evidence was not given and denied at once. */
    @AssertTrue(message = "You gave evidence and ticked that you have nothing to add; please do one or the other.")
    public boolean isOneOrTheOther() {
        return !hasNothingToAdd() || rows().isEmpty();
    }

    /** Whether each piece of evidence says what, of which kind and from where. */
    @AssertTrue(message = "Each piece of evidence needs its statement, the kind of claim it is, and its source.")
    public boolean isEveryPieceComplete() {
        return rows().stream().allMatch(EvidenceRow::isComplete);
    }

    /** Whether each hypothesis can be tested. */
    @AssertTrue(
            message =
                    "A hypothesis needs a word on how it could be tested, and who tests it; without them it is only a guess.")
    public boolean isEveryHypothesisTestable() {
        return rows().stream().noneMatch(row -> row.isHypothesis() && (blank(row.test()) || blank(row.testOwner())));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** One row of the form as it was sent. */
    record EvidenceRow(
            @Nullable String statement,
            @Nullable ClaimClass claimClass,
            @Nullable String source,
            @Nullable String test,
            @Nullable String testOwner) {

        boolean isHypothesis() {
            return claimClass == ClaimClass.HYPOTHESIS;
        }

        boolean isEmpty() {
            return blank(statement) && claimClass == null && blank(source) && blank(test);
        }

        boolean isComplete() {
            return !blank(statement) && claimClass != null && !blank(source);
        }
    }
}
