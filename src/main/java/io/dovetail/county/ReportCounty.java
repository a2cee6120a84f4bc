package io.dovetail.county;

import io.dovetail.form.DayWithin;
import io.dovetail.form.Form;
import io.dovetail.form.FreeText;
import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a county lead reports of their review.
 *
 * @param news what it is
 * @param text the finding
 * @param claimClass what kind of claim the finding is
 * @param source where the finding comes from
 * @param area the area of crisis care the finding belongs to
 * @param howTested how a finding that is a hypothesis is tested
 * @param testOwner who tests it
 * @param newOn by which day the findings are there, where it takes longer
 * @param why why it takes longer
 */
@Form("reportCounty")
public record ReportCounty(
        @NotNull(message = "please choose one") CountyNews news,
        @FreeText(max = 2000) @Nullable String text,
        @Nullable ClaimClass claimClass,
        @FreeText(max = 500, oneLine = true) @Nullable String source,
        @Nullable CrisisCareArea area,
        @FreeText(max = 1000) @Nullable String howTested,
        @FreeText(max = 200, oneLine = true) @Nullable String testOwner,

        @Nullable @Future(message = "this day has come already, please choose a later one") @DayWithin(yearsAhead = 6)
        LocalDate newOn,

        @FreeText(max = 2000, min = 20) @Nullable String why) {

    @AssertTrue(message = "A finding needs its text, the kind of claim it is, its source and the area of crisis care.")
    boolean isFindingComplete() {
        return news != CountyNews.FINDING || (given(text) && claimClass != null && given(source) && area != null);
    }

    @AssertTrue(message = "Please say how the hypothesis is tested and by whom; without that it is only a guess.")
    boolean isHypothesisTestable() {
        return news != CountyNews.FINDING
                || claimClass != ClaimClass.HYPOTHESIS
                || (given(howTested) && given(testOwner));
    }

    @AssertTrue(message = "Please give the new day, and say in at least 20 characters why it takes longer.")
    boolean isDelayExplained() {
        return news != CountyNews.LONGER || (newOn != null && given(why));
    }

    /** What belongs to a finding, once {@link #isFindingComplete} is true of it. */
    ReportedFinding finding() {
        boolean hypothesis = claimClass == ClaimClass.HYPOTHESIS;
        return new ReportedFinding(
                Objects.requireNonNull(claimClass),
                Objects.requireNonNull(source),
                Objects.requireNonNull(area),
                hypothesis ? howTested : null,
                hypothesis ? testOwner : null);
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
