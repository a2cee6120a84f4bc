package io.dovetail.localreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.dovetail.calendar.MovableClock;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Directory;
import io.dovetail.directory.SampleDirectory;
import io.dovetail.form.Refused;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Closing;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.KeptReviews;
import io.dovetail.review.Reviews;
import io.dovetail.workshop.CrisisCareArea;
import io.dovetail.workshop.ScopeMatrix;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The local review as its model walks it, on a real database with the real tables. */
@DataJdbcTest
@Import({LocalReviews.class, GivenEvidence.class, LocalReviewsTest.Surroundings.class})
class LocalReviewsTest {

    private static final String REVIEW = "NM-2026-003";
    private static final Actor CONVENOR = new Actor("ruth", "Ruth Ellery", null);

    @Autowired
    private LocalReviews localReviews;

    @Autowired
    private GivenEvidence giveEvidence;

    @Autowired
    private JdbcClient tables;

    @MockitoBean
    private Reviews reviews;

    @MockitoBean
    private ScopeMatrix scopeMatrix;

    private long requests;

    @BeforeEach
    void take() {
        KeptReviews.keep(tables, REVIEW);
        when(reviews.bodyIds(REVIEW)).thenReturn(List.of("police", "beenthere", "icb"));
        when(reviews.shown(eq(REVIEW), any())).thenReturn(Map.of("guide", "- Together"));
        when(scopeMatrix.askedHere(REVIEW)).thenReturn(List.of(Map.of("question", "Who answers at night?")));
        when(scopeMatrix.notAskedHere(REVIEW)).thenReturn(List.of(Map.of("question", "Who pays?")));
    }

    @Test
    void findingsRestOnTheEvidenceThatBodiesGave() {
        assertThat(localReviews.toGiveEvidence(REVIEW)).containsExactly("police", "beenthere", "icb");
        assertThat(giveEvidence.shown(request("police")))
                .containsEntry("asked", List.of(Map.of("question", "Who answers at night?")))
                .containsEntry("notAsked", List.of(Map.of("question", "Who pays?")));
        giveEvidence.keep(
                request("beenthere"),
                evidence(ClaimClass.LIVED_EXPERIENCE, "We wait in cells.", ClaimClass.HYPOTHESIS, "No van is free."),
                new Actor("ade", "Ade Okafor", "beenthere"));
        giveEvidence.keep(request("police"), null, null);
        giveEvidence.keep(request("icb"), nothingToAdd(), new Actor("tomasz", "Tomasz Wójcik", "icb"));
        localReviews.recordVisits(REVIEW, new RecordVisits("A&E on 3 June, *two* of us went."), CONVENOR);

        Map<String, Object> shown = localReviews.shown(REVIEW, "draftFinding");
        assertThat(shown)
                .containsEntry("quiet", "Did not answer: Merrowshire Police. Have nothing to add: " + name("icb") + ".")
                .containsEntry("visits", "A\\&E on 3 June\\, \\*two\\* of us went\\.");
        assertThat(rows(shown, "evidenceRows"))
                .extracting(row -> row.get("kind"), row -> row.get("test"))
                .containsExactly(
                        tuple("lived experience", ""),
                        tuple("hypothesis", "Count the vans. (Who tests it: Merrowshire Police)"));

        String first = String.valueOf(rows(shown, "evidence").get(0).get("value"));
        assertThat(rows(shown, "evidence"))
                .extracting(row -> row.get("label"))
                .first()
                .isEqualTo(first + " (lived experience). " + name("beenthere")
                        + ": We wait in cells. (source: Our group, May)");
        assertThat(localReviews.addFinding(REVIEW, finding(List.of(first), ClaimClass.FACT, true), CONVENOR))
                .isTrue();
        assertThat(localReviews.addFinding(REVIEW, finding(null, ClaimClass.HYPOTHESIS, null), CONVENOR))
                .isFalse();

        assertThat(localReviews.findings(REVIEW))
                .extracting(
                        Finding::number,
                        Finding::claimClass,
                        finding -> finding.restsOn().size())
                .containsExactly(tuple(1, ClaimClass.FACT, 1), tuple(2, ClaimClass.HYPOTHESIS, 0));
        assertThat(rows(localReviews.shown(REVIEW, "draftFinding"), "findings"))
                .extracting(row -> row.get("kind"), row -> row.get("test"))
                .containsExactly(
                        tuple("fact", ""), tuple("hypothesis", "Count the cells. (Who tests it: Merrowshire Police)"));
        assertThat(localReviews.evidenceAnswers(REVIEW))
                .extracting(EvidenceAnswer::bodyId, EvidenceAnswer::silent, EvidenceAnswer::nothingToAdd)
                .containsExactly(
                        tuple("beenthere", false, false), tuple("police", true, false), tuple("icb", false, true));
    }

    @Test
    void afterADeferralOnlyThoseAreAskedThatHaveNotAnsweredAndTheirLastWordCounts() {
        giveEvidence.keep(request("icb"), nothingToAdd(), new Actor("tomasz", "Tomasz Wójcik", "icb"));
        giveEvidence.keep(request("police"), null, null);
        assertThat(localReviews.toGiveEvidence(REVIEW)).containsExactly("police", "beenthere");
        assertThat(localReviews.visitsRecorded(REVIEW)).isFalse();
        localReviews.recordVisits(REVIEW, new RecordVisits("Nobody went; the ward was closed."), CONVENOR);
        assertThat(localReviews.visitsRecorded(REVIEW)).isTrue();

        giveEvidence.keep(request("police"), nothingToAdd(), new Actor("callum", "Callum Reyes", "police"));
        assertThat(localReviews.toGiveEvidence(REVIEW)).containsExactly("beenthere");
        assertThat(localReviews.evidenceAnswers(REVIEW))
                .extracting(EvidenceAnswer::bodyId, EvidenceAnswer::silent)
                .containsExactly(tuple("icb", false), tuple("police", false));
        assertThat(localReviews.shown(REVIEW, "draftFinding").get("quiet"))
                .asString()
                .doesNotContain("Did not answer");
    }

    @Test
    void onlyABodyOfTheReviewTestsAHypothesis() {
        doThrow(new Refused("Not of this review.")).when(reviews).refuseUnlessItTakesPart(REVIEW, "police");

        assertThatThrownBy(() -> giveEvidence.keep(
                        request("beenthere"),
                        evidence(ClaimClass.FACT, "We wait.", ClaimClass.HYPOTHESIS, "No van is free."),
                        new Actor("ade", "Ade Okafor", "beenthere")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> localReviews.addFinding(REVIEW, finding(null, ClaimClass.HYPOTHESIS, null), CONVENOR))
                .isInstanceOf(Refused.class);
        assertThat(localReviews.evidence(REVIEW)).isEmpty();
        assertThat(localReviews.findings(REVIEW)).isEmpty();
    }

    @Test
    void aFindingCannotRestOnEvidenceOfAnotherReview() {
        for (String number : List.of("999999", "1 or 1=1")) {
            assertThatThrownBy(() ->
                            localReviews.addFinding(REVIEW, finding(List.of(number), ClaimClass.FACT, null), CONVENOR))
                    .isInstanceOf(Refused.class);
        }
    }

    private static GiveEvidence evidence(ClaimClass first, String one, ClaimClass second, String two) {
        return new GiveEvidence(
                null,
                one,
                first,
                "Our group, May",
                "not asked for",
                null,
                two,
                second,
                "Our group, May",
                "Count the vans.",
                "police",
                null,
                null,
                null,
                null,
                null);
    }

    private static GiveEvidence nothingToAdd() {
        return new GiveEvidence(
                true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static DraftFinding finding(
            @Nullable List<String> restsOn, ClaimClass claimClass, @Nullable Boolean another) {
        return new DraftFinding(
                "People wait in cells.",
                claimClass,
                "Count the cells.",
                "police",
                restsOn,
                CrisisCareArea.URGENT_ACCESS,
                another);
    }

    private BodyRequest request(String body) {
        Instant now = Instant.parse("2026-06-01T09:00:00Z");
        return new BodyRequest(++requests, REVIEW, body, "giveEvidence", null, now, now, now, Closing.OPEN);
    }

    private static String name(String body) {
        return SampleDirectory.load().body(body).name();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> shown, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(shown.get(key));
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Surroundings {

        @Bean
        MovableClock clock() {
            return MovableClock.atLondon("2026-06-01T10:00");
        }

        @Bean
        Directory directory() {
            return SampleDirectory.load();
        }
    }
}
