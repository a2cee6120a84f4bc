package io.dovetail.localreview;

import static io.dovetail.form.FormRules.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalReviewFormsTest {

    @Test
    void thereIsEvidenceOrTheWordThatThereIsNone() {
        assertThat(faults(evidence(null, null, null, null, null)))
                .containsExactly("Please give at least one piece of evidence, or tick that you have nothing to add.");
        assertThat(faults(evidence(true, null, null, null, null))).isEmpty();
        assertThat(faults(evidence(true, "We wait.", ClaimClass.FACT, "A count", null)))
                .containsExactly(
                        "You gave evidence and ticked that you have nothing to add; please do one or the other.");
    }

    @Test
    void evidenceIsComplete() {
        assertThat(faults(evidence(null, "We wait.", ClaimClass.FACT, "A count", null)))
                .isEmpty();
        assertThat(faults(evidence(null, "We wait.", null, "A count", null))).hasSize(1);
        assertThat(faults(evidence(null, "We wait.", ClaimClass.FACT, " ", null)))
                .hasSize(1);
        assertThat(faults(evidence(false, null, ClaimClass.FACT, "A count", null)))
                .containsExactly(
                        "Each piece of evidence needs its statement, the kind of claim it is, and its source.");
    }

    @Test
    void aHypothesisHasATestAndSomebodyWhoTestsIt() {
        String guess =
                "A hypothesis needs a word on how it could be tested, and who tests it; without them it is only a guess.";
        assertThat(faults(hypothesis(null, "police"))).containsExactly(guess);
        assertThat(faults(hypothesis("Count the vans.", null))).containsExactly(guess);
        assertThat(faults(hypothesis("Count the vans.", "nobody")))
                .containsExactly("testOwner2: Choose an organisation from the list.");
        assertThat(faults(hypothesis("Count the vans.", "police"))).isEmpty();
    }

    @Test
    void aFindingThatIsAHypothesisHasATestAndSomebodyWhoTestsIt() {
        String guess =
                "A finding that is a hypothesis needs how it is tested and who tests it; without them it is only a guess.";
        assertThat(faults(finding(ClaimClass.HYPOTHESIS, null, null, "police"))).containsExactly(guess);
        assertThat(faults(finding(ClaimClass.HYPOTHESIS, null, " ", "police"))).containsExactly(guess);
        assertThat(faults(finding(ClaimClass.HYPOTHESIS, null, "Count the vans.", null)))
                .containsExactly(guess);
    }

    @Test
    void anNhsNumberIsRefusedInEveryRow() {
        GiveEvidence form = new GiveEvidence(
                null,
                "We wait.",
                ClaimClass.FACT,
                "A count",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "See 943 476 5919.",
                ClaimClass.FACT,
                "A count",
                null,
                null);
        assertThat(faults(form)).singleElement().asString().contains("NHS number");
    }

    @Test
    void onlyAHypothesisRestsOnNothing() {
        assertThat(faults(finding(ClaimClass.HYPOTHESIS, null))).isEmpty();
        assertThat(faults(finding(ClaimClass.FACT, List.of("7")))).isEmpty();
        assertThat(faults(finding(ClaimClass.LIVED_EXPERIENCE, List.of()))).hasSize(1);
        assertThat(faults(finding(ClaimClass.FACT, null)))
                .containsExactly(
                        "A finding that is a fact or lived experience rests on evidence; please choose it, or call"
                                + " the finding a hypothesis.");
    }

    private static GiveEvidence evidence(
            @Nullable Boolean nothing,
            @Nullable String statement,
            @Nullable ClaimClass kind,
            @Nullable String source,
            @Nullable String test) {
        return new GiveEvidence(
                nothing, statement, kind, source, test, null, null, null, null, null, null, null, null, null, null,
                null);
    }

    private static GiveEvidence hypothesis(@Nullable String test, @Nullable String owner) {
        return new GiveEvidence(
                null,
                null,
                null,
                null,
                null,
                null,
                "No van is free.",
                ClaimClass.HYPOTHESIS,
                "A guess",
                test,
                owner,
                null,
                null,
                null,
                null,
                null);
    }

    private static DraftFinding finding(ClaimClass kind, @Nullable List<String> restsOn) {
        return finding(kind, restsOn, "Count the vans.", "police");
    }

    private static DraftFinding finding(
            ClaimClass kind, @Nullable List<String> restsOn, @Nullable String test, @Nullable String owner) {
        return new DraftFinding(
                "People wait in cells.", kind, test, owner, restsOn, CrisisCareArea.URGENT_ACCESS, null);
    }
}
