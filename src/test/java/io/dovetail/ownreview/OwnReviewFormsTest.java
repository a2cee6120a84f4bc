package io.dovetail.ownreview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.form.FormRules;
import io.dovetail.review.ClaimClass;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnReviewFormsTest {

    private static final LocalDate FROM = LocalDate.parse("2026-11-02");
    private static final LocalDate UNTIL = LocalDate.parse("2027-01-29");

    @Test
    void anOwnReviewHasAScopeAndTwoDaysInTheirOrder() {
        assertThat(FormRules.faults(declared(FROM, UNTIL, 0, null))).isEmpty();
        assertThat(FormRules.faults(declared(FROM, FROM, 0, null))).isEmpty();
        assertThat(FormRules.faults(declared(UNTIL, FROM, 0, null)))
                .containsExactly("The review ends before it begins; please check both days.");
        assertThat(FormRules.faults(new DeclareOwnReview("The nights", FROM, UNTIL, 0, null)))
                .containsExactly("scope: please write at least 20 characters");
    }

    @Test
    void whoOffersSeatsSaysHowToTakeOne() {
        assertThat(FormRules.faults(declared(FROM, UNTIL, 2, " ")))
                .containsExactly("Please say how one takes up an observer seat.");
        assertThat(FormRules.faults(declared(FROM, UNTIL, 2, "Write to us."))).isEmpty();
        assertThat(FormRules.faults(declared(FROM, UNTIL, 51, "Write to us.")))
                .containsExactly("seats: please give 50 at most");
    }

    @Test
    void whoTakesASeatSaysWhoAndADayBelongsToHelp() {
        assertThat(FormRules.faults(new OfferHelpToOwnReview(ObserverSeat.LEAVE, null, null, null)))
                .isEmpty();
        assertThat(FormRules.faults(new OfferHelpToOwnReview(ObserverSeat.TAKE, null, null, null)))
                .containsExactly("Please say who takes the observer seat; a role is enough.");
        assertThat(FormRules.faults(new OfferHelpToOwnReview(ObserverSeat.LEAVE, null, " ", UNTIL)))
                .containsExactly("You gave a day but no help: please say what you can offer, or take the day away.");
        assertThat(FormRules.faults(new OfferHelpToOwnReview(ObserverSeat.LEAVE, null, "Two people at night.", FROM)))
                .containsExactly("helpUntil: this day has come already, please choose a later one");
    }

    @Test
    void thereAreFindingsOrTheReasonWhyThereAreNone() {
        assertThat(FormRules.faults(findings(null, null, "We were alone.", ClaimClass.FACT, "Rotas", null)))
                .isEmpty();
        assertThat(FormRules.faults(findings(null, null, null, null, null, null)))
                .containsExactly("Please give at least one finding, or tick that there is none to report.");
        assertThat(FormRules.faults(findings(true, null, null, null, null, null)))
                .containsExactly(
                        "Please say why there is nothing to report, and when there will be, in at least 20 characters.");
        assertThat(FormRules.faults(
                        findings(true, "It goes on until March.", "We were alone.", ClaimClass.FACT, "Rotas", null)))
                .containsExactly("You gave a finding and ticked that there is none; please do one or the other.");
    }

    @Test
    void aFindingIsCompleteAndAGuessCanBeTested() {
        assertThat(FormRules.faults(findings(null, null, "We were alone.", null, "Rotas", null)))
                .containsExactly("Each finding needs what was found, the kind of claim it is, and its source.");
        assertThat(FormRules.faults(findings(null, null, "They leave.", ClaimClass.HYPOTHESIS, "Talks", " ")))
                .containsExactly(
                        "A hypothesis needs a word on how it could be tested; without one it is only a guess.");
        assertThat(FormRules.faults(findings(null, null, "See 943 476 5919.", ClaimClass.FACT, "Rotas", null)))
                .singleElement()
                .asString()
                .contains("NHS number");
    }

    private static DeclareOwnReview declared(LocalDate from, LocalDate until, int seats, @Nullable String how) {
        return new DeclareOwnReview("The nights on our own wards.", from, until, seats, how);
    }

    private static ReportOwnFindings findings(
            @Nullable Boolean nothing,
            @Nullable String why,
            @Nullable String finding,
            @Nullable ClaimClass kind,
            @Nullable String source,
            @Nullable String test) {
        return new ReportOwnFindings(
                nothing, why, finding, kind, source, test, null, null, null, null, null, null, null, null);
    }
}
