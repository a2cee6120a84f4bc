package io.dovetail.dovetailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.review.ClaimClass;
import io.dovetail.workshop.CrisisCareArea;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LocalReviewFormsTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

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
    void aHypothesisCanBeTested() {
        assertThat(faults(evidence(null, "No van is free.", ClaimClass.HYPOTHESIS, "A guess", null)))
                .containsExactly(
                        "A hypothesis needs a word on how it could be tested; without one it is only a guess.");
        assertThat(faults(evidence(null, "No van is free.", ClaimClass.HYPOTHESIS, "A guess", "Count the vans.")))
                .isEmpty();
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
                "See 943 476 5919.",
                ClaimClass.FACT,
                "A count",
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
        return new GiveEvidence(nothing, statement, kind, source, test, null, null, null, null, null, null, null, null);
    }

    private static DraftFinding finding(ClaimClass kind, @Nullable List<String> restsOn) {
        return new DraftFinding("People wait in cells.", kind, restsOn, CrisisCareArea.URGENT_ACCESS, null);
    }

    private static List<String> faults(Record form) {
        return VALIDATOR.validate(form).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
