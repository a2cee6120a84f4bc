package io.dovetail.review;

import io.dovetail.directory.KnownArea;
import io.dovetail.directory.KnownBody;
import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is proposed.
 *
 * @param title what people will call it
 * @param area the local area, by its id
 * @param need why it is needed, in the proposer's words
 * @param claim1 the first claim the need rests on
 * @param claim1Class what kind of claim that is
 * @param claim1Source where it comes from
 * @param claim1Test how it could be tested; needed for a hypothesis
 * @param claim2 another claim, if there is one
 * @param claim2Class what kind of claim that is
 * @param claim2Source where it comes from
 * @param claim2Test how it could be tested; needed for a hypothesis
 * @param claim3 another claim, if there is one
 * @param claim3Class what kind of claim that is
 * @param claim3Source where it comes from
 * @param claim3Test how it could be tested; needed for a hypothesis
 * @param bodies the bodies to involve, by their ids; all that serve the area where none is named
 * @param wantedMonth a day in the month in which the review should begin
 * @param timesPutOff how often this review was put off before it was proposed here
 * @param putOffSince the day on which it was first put off; given where it was
 * @param commitment what the proposer will do, in one sentence
 */
@Form("proposeReview")
public record ProposeReview(
        @FreeText(max = 120, required = true, oneLine = true)
        String title,

        @NotBlank(message = "please choose one") @KnownArea String area,
        @FreeText(max = 2000, min = 40, required = true) String need,
        @FreeText(max = 1000, required = true) String claim1,
        @NotNull(message = "please choose one") ClaimClass claim1Class,

        @FreeText(max = 300, required = true, oneLine = true)
        String claim1Source,

        @FreeText(max = 1000) @Nullable String claim1Test,
        @FreeText(max = 1000) @Nullable String claim2,
        @Nullable ClaimClass claim2Class,
        @FreeText(max = 300, oneLine = true) @Nullable String claim2Source,
        @FreeText(max = 1000) @Nullable String claim2Test,
        @FreeText(max = 1000) @Nullable String claim3,
        @Nullable ClaimClass claim3Class,
        @FreeText(max = 300, oneLine = true) @Nullable String claim3Source,
        @FreeText(max = 1000) @Nullable String claim3Test,
        @KnownBody @Nullable List<String> bodies,

        @NotNull(message = "please choose a date")
        @FutureOrPresent(message = "this day has passed, please choose today or a later one")
        @DayWithin(yearsAhead = 5)
        LocalDate wantedMonth,

        @NotNull(message = "please give a number, 0 if it was never put off")
        @Min(value = 0, message = "please give 0 or more")
        @Max(value = 99, message = "please give 99 or less")
        Integer timesPutOff,

        @PastOrPresent(message = "this day has not come yet, please choose today or an earlier one")
        @Nullable
        @DayWithin(yearsBack = 20)
        LocalDate putOffSince,

        @FreeText(max = 400, required = true, oneLine = true)
        String commitment) {

    /**
     * A claim as it is typed.
     *
     * @param text what is claimed
     * @param claimClass what kind of claim it is
     * @param source where it comes from
     * @param howTested how it could be tested; none for what is no hypothesis
     */
    record ClaimRow(
            String text,
            ClaimClass claimClass,
            String source,
            @Nullable String howTested) {}

    @AssertTrue(
            message =
                    "The second claim needs three things: the claim, what kind of claim it is, and where it comes from.")
    boolean isClaim2Whole() {
        return wholeOrAbsent(claim2, claim2Class, claim2Source);
    }

    @AssertTrue(
            message =
                    "The third claim needs three things: the claim, what kind of claim it is, and where it comes from.")
    boolean isClaim3Whole() {
        return wholeOrAbsent(claim3, claim3Class, claim3Source);
    }

    @AssertTrue(
            message =
                    "A claim that is a hypothesis needs a word on how it could be tested; without one it is only a guess.")
    boolean isEveryHypothesisTestable() {
        return claims().stream()
                .noneMatch(claim -> claim.claimClass() == ClaimClass.HYPOTHESIS && claim.howTested() == null);
    }

    @AssertTrue(
            message =
                    "If the review was put off before, please say since when; if it never was, give 0 times and no date.")
    boolean isPutOffDated() {
        return timesPutOff == null || (timesPutOff > 0) == (putOffSince != null);
    }

    /** The claims that were typed, the first one always among them. */
    List<ClaimRow> claims() {
        return Stream.of(
                        row(claim1, claim1Class, claim1Source, claim1Test),
                        row(claim2, claim2Class, claim2Source, claim2Test),
                        row(claim3, claim3Class, claim3Source, claim3Test))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    YearMonth month() {
        return YearMonth.from(wantedMonth);
    }

    private static @Nullable ClaimRow row(
            @Nullable String text, @Nullable ClaimClass claimClass, @Nullable String source, @Nullable String test) {
        if (text == null || text.isBlank() || claimClass == null || source == null) {
            return null;
        }
        return new ClaimRow(text, claimClass, source, claimClass == ClaimClass.HYPOTHESIS ? test : null);
    }

    private static boolean wholeOrAbsent(
            @Nullable String text, @Nullable ClaimClass claimClass, @Nullable String source) {
        boolean said = text != null && !text.isBlank();
        boolean sourced = source != null && !source.isBlank();
        // A kind left chosen beside two empty fields claims nothing.
        return said == sourced && (!said || claimClass != null);
    }
}
