package io.dovetail.review;

import static io.dovetail.form.FormRules.faults;
import static io.dovetail.review.Partnership.proposal;
import static io.dovetail.review.Partnership.stance;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the forms of the proposal accept, and the sentence for what they do not. */
class ReviewFormsTest {

    private final JsonMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void aWholeProposalIsAccepted() {
        assertThat(faults(proposal("northmerrow", "police"))).isEmpty();
    }

    @Test
    void anEmptyProposalIsToldEveryFieldItNeeds() throws Exception {
        assertThat(faults(json.readValue("{}", ProposeReview.class)))
                .containsExactly(
                        "area: please choose one",
                        "claim1: please fill this in",
                        "claim1Class: please choose one",
                        "claim1Source: please fill this in",
                        "commitment: please fill this in",
                        "need: please fill this in",
                        "timesPutOff: please give a number, 0 if it was never put off",
                        "title: please fill this in",
                        "wantedMonth: please choose a date");
    }

    @Test
    void aProposalWithFaultsIsToldEach() {
        assertThat(faults(changed(Map.of("area", "atlantis", "bodies", List.of("police", "nobody")))))
                .containsExactly(
                        "area: Choose an area from the list.", "bodies: Choose an organisation from the list.");
        assertThat(faults(changed(Map.of("wantedMonth", "2026-11-23"))))
                .containsExactly("wantedMonth: this day has passed, please choose today or a later one");
        assertThat(faults(changed(Map.of("wantedMonth", "2026-11-24")))).isEmpty();
        assertThat(faults(changed(Map.of("putOffSince", "2026-11-25"))))
                .containsExactly("putOffSince: this day has not come yet, please choose today or an earlier one");
        assertThat(faults(changed(Map.of("timesPutOff", -1)))).contains("timesPutOff: please give 0 or more");
        assertThat(faults(changed(Map.of("need", "We need it."))))
                .containsExactly("need: please write at least 40 characters");
        assertThat(faults(changed(Map.of("claim1", "It happened to 943 476 5919."))))
                .containsExactly(
                        "claim1: this looks like an NHS number; please take it out, nothing that identifies a patient belongs here");
    }

    @Test
    void howOftenAndSinceWhenGoTogether() {
        String sentence =
                "If the review was put off before, please say since when; if it never was, give 0 times and no date.";
        Map<String, @Nullable Object> undated = new LinkedHashMap<>();
        undated.put("putOffSince", null);
        assertThat(faults(changed(undated))).containsExactly(sentence);
        assertThat(faults(changed(Map.of("timesPutOff", 0)))).containsExactly(sentence);
        undated.put("timesPutOff", 0);
        assertThat(faults(changed(undated))).isEmpty();
    }

    @Test
    void aFurtherClaimIsWholeOrAbsent() {
        assertThat(faults(changed(Map.of("claim2", "Nobody answers at night."))))
                .containsExactly(
                        "The second claim needs three things: the claim, what kind of claim it is, and where it comes from.");
        assertThat(faults(changed(Map.of("claim3Source", "A report", "claim3Class", "fact"))))
                .containsExactly(
                        "The third claim needs three things: the claim, what kind of claim it is, and where it comes from.");
        ProposeReview whole = changed(
                Map.of("claim3", "Nobody answers at night.", "claim3Source", "A report", "claim3Class", "fact"));
        assertThat(faults(whole)).isEmpty();
        assertThat(whole.claims()).hasSize(2);
    }

    @Test
    void aClaimThatIsAHypothesisCanBeTested() {
        String guess =
                "A claim that is a hypothesis needs a word on how it could be tested; without one it is only a guess.";
        assertThat(faults(changed(Map.of("claim1Class", "hypothesis")))).containsExactly(guess);
        assertThat(faults(changed(
                        Map.of("claim3", "No van is free.", "claim3Source", "A guess", "claim3Class", "hypothesis"))))
                .containsExactly(guess);
        ProposeReview whole = changed(Map.of("claim1Class", "hypothesis", "claim1Test", "Count the vans."));
        assertThat(faults(whole)).isEmpty();
        assertThat(whole.claims()).extracting(ProposeReview.ClaimRow::howTested).containsExactly("Count the vans.");
        assertThat(changed(Map.of("claim1Test", "Not asked for.")).claims())
                .extracting(ProposeReview.ClaimRow::howTested)
                .containsOnlyNulls();
    }

    @Test
    void theGapIsFilledOrExplained() {
        assertThat(faults(new CompletePartnership(List.of(), null, null)))
                .containsExactly("Please add at least one organisation, or say that the review goes on without them.");
        assertThat(faults(new CompletePartnership(null, true, null)))
                .containsExactly(
                        "If the review goes on although somebody is missing, please say why: it is printed in the report.");
        assertThat(faults(new CompletePartnership(List.of("carers"), false, null)))
                .isEmpty();
        assertThat(faults(new CompletePartnership(null, true, "We asked three times and nobody came.")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Stance.class)
    void everyStanceCanBeTaken(Stance stance) {
        assertThat(faults(stance(stance))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Stance.class, names = "JOIN", mode = EnumSource.Mode.EXCLUDE)
    void whoDoesNotSimplyJoinSaysWhy(Stance stance) {
        String commitment = stance.joins() ? "We send two people." : null;
        assertThat(faults(answer(stance, null, Mandate.CAN_COMMIT, null, commitment)))
                .containsExactly(
                        "Please say why, in at least 20 characters; only an organisation that simply joins does not have to.");
        assertThat(faults(answer(stance, "Because.", Mandate.CAN_COMMIT, null, commitment)))
                .containsExactly("why: please write at least 20 characters");
    }

    @Test
    void whoJoinsCommitsItself() {
        assertThat(faults(answer(Stance.JOIN, null, Mandate.CAN_COMMIT, null, " ")))
                .containsExactly(
                        "An organisation that joins makes a commitment: please say in one sentence what it will do.");
    }

    @Test
    void whoRefersBackSaysByWhen() {
        assertThat(faults(answer(Stance.JOIN, null, Mandate.MUST_REFER_BACK, null, "We come.")))
                .containsExactly(
                        "Please say by when you will have referred back and can answer for your organisation.");
        assertThat(faults(answer(Stance.JOIN, null, Mandate.MUST_REFER_BACK, LocalDate.of(2026, 11, 24), "We come.")))
                .containsExactly("referBackBy: this day has come already, please choose a later one");
        assertThat(faults(answer(Stance.JOIN, null, Mandate.MUST_REFER_BACK, LocalDate.of(2026, 11, 25), "We come.")))
                .isEmpty();
    }

    @Test
    void anEmptyAnswerIsToldEveryFieldItNeeds() throws Exception {
        assertThat(faults(json.readValue("{}", AnswerProposal.class)))
                .containsExactly(
                        "lead: please fill this in", "mandate: please choose one", "stance: please choose one");
        assertThat(faults(json.readValue("{}", SettleProposal.class)))
                .containsExactly("decision: please choose one", "reason: please fill this in");
    }

    @Test
    void choicesAreReadAsTheFormSendsThem() throws Exception {
        assertThat(json.readValue(
                                "{\"stance\": \"joinWithConditions\", \"mandate\": \"mustReferBack\"}",
                                AnswerProposal.class)
                        .stance())
                .isEqualTo(Stance.JOIN_WITH_CONDITIONS);
        assertThat(json.readValue("{\"decision\": \"closePublicly\"}", SettleProposal.class)
                        .decision())
                .isEqualTo(ProposalDecision.CLOSE_PUBLICLY);
    }

    private ProposeReview changed(Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        ProposeReview whole = proposal("northmerrow");
        for (var component : ProposeReview.class.getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(whole));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        values.put("claim1Class", "livedExperience");
        changes.forEach((field, value) -> values.put(field, value));
        return json.convertValue(values, ProposeReview.class);
    }

    private static AnswerProposal answer(
            Stance stance,
            @Nullable String why,
            Mandate mandate,
            @Nullable LocalDate referBackBy,
            @Nullable String commitment) {
        return new AnswerProposal(stance, why, mandate, referBackBy, "Somebody Good", null, null, commitment);
    }
}
