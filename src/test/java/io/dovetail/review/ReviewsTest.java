package io.dovetail.review;

import static io.dovetail.review.Partnership.RUTH;
import static io.dovetail.review.Partnership.ZOE;
import static io.dovetail.review.Partnership.asked;
import static io.dovetail.review.Partnership.memberOf;
import static io.dovetail.review.Partnership.proposal;
import static io.dovetail.review.Partnership.stance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.calendar.MovableClock;
import io.dovetail.form.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What a proposal becomes, who is asked, and where they stand. */
@DataJdbcTest
@Import(Partnership.class)
class ReviewsTest {

    @Autowired
    Reviews reviews;

    @Autowired
    Proposals proposals;

    @Autowired
    Participants participants;

    @Autowired
    MissingParticipants missingParticipants;

    @Autowired
    Settlements settlements;

    @Autowired
    Positions positions;

    @Autowired
    MovableClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void itIsTuesday() {
        clock.set(MovableClock.london("2026-11-24T10:00"));
    }

    @Test
    void aReviewIsCalledByItsAreaYearAndNumber() {
        String first = proposals.open(proposal("northmerrow"), ZOE);
        String second = proposals.open(proposal("northmerrow"), ZOE);
        String elsewhere = proposals.open(proposal("sallowdean"), ZOE);
        assertThat(List.of(first, second, elsewhere)).containsExactly("NM-2026-001", "NM-2026-002", "SD-2026-001");
    }

    @Test
    void onePersonProposesAFewReviewsADay() {
        for (int i = 0; i < 20; i++) {
            proposals.open(proposal("northmerrow"), ZOE);
        }
        assertThatThrownBy(() -> proposals.open(proposal("sallowdean"), ZOE))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("You have proposed 20 today");
        proposals.open(proposal("northmerrow"), RUTH);

        clock.set(MovableClock.london("2026-11-25T00:00"));
        assertThat(proposals.open(proposal("northmerrow"), ZOE)).isEqualTo("NM-2026-022");
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void peopleWhoProposeAtTheSameMomentAllSucceed() throws Exception {
        int people = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(people);
        try {
            List<Future<String>> given = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                given.add(crowd.submit(() -> {
                    start.await();
                    return new TransactionTemplate(transactions)
                            .execute(proposing -> proposals.open(proposal("estwick"), ZOE));
                }));
            }
            start.countDown();
            List<String> references = new ArrayList<>();
            for (Future<String> reference : given) {
                references.add(reference.get());
            }
            assertThat(references)
                    .containsExactlyInAnyOrder(
                            "EW-2026-001",
                            "EW-2026-002",
                            "EW-2026-003",
                            "EW-2026-004",
                            "EW-2026-005",
                            "EW-2026-006",
                            "EW-2026-007",
                            "EW-2026-008");
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    void onePersonWhoProposesManyAtTheSameMomentGetsAsManyAsADayAllows() throws Exception {
        clock.set(MovableClock.london("2027-03-02T10:00"));
        int tries = 26;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService crowd = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> given = new ArrayList<>();
            for (int i = 0; i < tries; i++) {
                String area = i % 2 == 0 ? "estwick" : "sallowdean";
                given.add(crowd.submit(() -> {
                    start.await();
                    try {
                        new TransactionTemplate(transactions)
                                .execute(proposing -> proposals.open(proposal(area), RUTH));
                        return true;
                    } catch (Refused tooMany) {
                        return false;
                    }
                }));
            }
            start.countDown();
            int opened = 0;
            for (Future<Boolean> each : given) {
                opened += each.get() ? 1 : 0;
            }
            assertThat(opened).isEqualTo(20);
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void whatWasPutOffBeforeIsCarriedOver() {
        String id = proposals.open(proposal("northmerrow"), ZOE);
        Review review = reviews.review(id);
        assertThat(review.proposal().timesPutOff()).isEqualTo(4);
        assertThat(review.proposal().putOffSince()).isEqualTo(LocalDate.of(2025, 3, 3));
        assertThat(review.proposal().wantedMonth()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(review.proposal().proposedBy()).isEqualTo("zoe");
        assertThat(missingParticipants.whoAdds(id, "convenorsnorthmerrow"))
                .containsExactly("convenorsnorthmerrow", "lantern");
        assertThat(reviews.shown(id, "answerProposal"))
                .containsEntry(
                        "putOff", "This review has been put off 4 times since 3 March 2025, 438 working days in all.");
        assertThat(reviews.claims(id)).singleElement().satisfies(claim -> {
            assertThat(claim.claimClass()).isEqualTo(ClaimClass.LIVED_EXPERIENCE);
            assertThat(claim.bodyId()).isEqualTo("lantern");
        });
    }

    @Test
    void withoutNamesEverybodyWhoServesTheAreaTodayIsAsked() {
        String id = proposals.open(proposal("northmerrow"), ZOE);
        assertThat(reviews.bodiesAsked(id))
                .contains("mhtrust", "opendoor", "beenthere", "carers", "lantern")
                .doesNotContain("northccg", "estcouncil");
        assertThat(participants.bodiesOfKind(id, "mentalHealthTrust")).isEqualTo(1);
        assertThat(participants.bodiesOfKind(id, "carers")).isEqualTo(1);
        assertThat(participants.bodiesWithVoice(id, "livedExperience")).isEqualTo(1);
        assertThat(participants.bodiesWithVoice(id, "statutory")).isEqualTo(7);
    }

    @Test
    void aBodyThatHasEndedIsReplacedByTheOneThatTookOverAndTheProposersOwnIsAsked() {
        String id = proposals.open(proposal("northmerrow", "northccg", "police", "icb"), ZOE);
        assertThat(reviews.bodiesAsked(id)).containsExactly("icb", "police", "lantern");
    }

    @Test
    void whoIsMissingIsAddedOrTheGapIsExplained() {
        String id = proposals.open(proposal("northmerrow", "police"), ZOE);
        assertThat(missingParticipants.shown(id))
                .containsEntry("missing", "a mental health trust, people with lived experience, carers")
                .hasEntrySatisfying(
                        "others",
                        others -> assertThat(others.toString())
                                .contains("Merrowshire Carers Together (carers)")
                                .contains("Estwick Council (local authority, serves another area)")
                                .doesNotContain("Merrowshire Police", "Clinical Commissioning"));

        participants.add(id, new CompletePartnership(List.of("carers", "police"), null, null), RUTH);
        assertThat(reviews.bodiesAsked(id)).containsExactly("police", "lantern", "carers");
        assertThat(participants.gapAccepted(id)).isFalse();

        participants.add(id, new CompletePartnership(null, true, "The trust has ended and nobody took over."), RUTH);
        assertThat(participants.gapAccepted(id)).isTrue();
    }

    @Test
    void eachAnswerCountsAndTheLatestOfABodyCounts() {
        String id = proposals.open(proposal("northmerrow", "police", "beenthere"), ZOE);
        assertThat(positions.bodiesToAsk(id)).containsExactly("police", "beenthere", "lantern");
        answer(id, "police", Stance.PUT_OFF);
        answer(id, "beenthere", Stance.JOIN);
        assertThat(reviews.shown(id, "answerProposal").get("positions"))
                .as("nobody waits for what the others say")
                .isEqualTo(List.of());
        positions.keep(asked(id, "lantern", "answerProposal", null), null, null);

        assertThat(positions.asked(id)).isEqualTo(3);
        assertThat(positions.joined(id)).isEqualTo(1);
        assertThat(positions.joinedWithVoice(id, "livedExperience")).isEqualTo(1);
        assertThat(positions.joinedWithVoice(id, "statutory")).isZero();
        assertThat(reviews.shown(id, "settleProposal").get("positions"))
                .asString()
                .contains("Ask to put it off", "No answer", "We send two people to each workshop.");

        assertThat(positions.shown(id)).containsEntry("outcome", "No statutory organisation has joined\\.");

        assertThat(positions.bodiesToAsk(id)).containsExactly("police", "lantern");
        answer(id, "police", Stance.JOIN_WITH_CONDITIONS);
        assertThat(positions.joinedWithVoice(id, "statutory")).isEqualTo(1);
    }

    @Test
    void whoeverSaidWhereItStandsIsNotAskedAgainUnlessThatIsSettled() {
        String id = proposals.open(proposal("northmerrow", "police", "beenthere", "mhtrust", "hospital", "gps"), ZOE);
        answer(id, "police", Stance.PUT_OFF);
        answer(id, "beenthere", Stance.JOIN_WITH_CONDITIONS);
        answer(id, "mhtrust", Stance.OWN_REVIEW);
        answer(id, "hospital", Stance.CANNOT_JOIN);
        positions.keep(asked(id, "gps", "answerProposal", null), null, null);
        assertThat(positions.bodiesToAsk(id))
                .as("a postponement, silence and no answer are no word on the review")
                .containsExactly("police", "gps", "lantern");

        settle(id, ProposalDecision.GO_AHEAD);
        assertThat(positions.bodiesToAsk(id)).containsExactly("police", "gps", "lantern");
        settle(id, ProposalDecision.ASK_AGAIN);
        assertThat(positions.bodiesToAsk(id)).containsExactly("police", "mhtrust", "hospital", "gps", "lantern");

        clock.advance(Duration.ofHours(1));
        answer(id, "mhtrust", Stance.JOIN);
        answer(id, "hospital", Stance.CANNOT_JOIN);
        assertThat(positions.bodiesToAsk(id))
                .as("the hospital has answered since")
                .containsExactly("police", "gps", "lantern");
    }

    @Test
    void onlyABodyThatCannotJoinLeavesTheTable() {
        String id = proposals.open(proposal("northmerrow", "police", "mhtrust", "hospital", "gps"), ZOE);
        answer(id, "police", Stance.CANNOT_JOIN);
        answer(id, "mhtrust", Stance.OWN_REVIEW);
        answer(id, "hospital", Stance.PUT_OFF);
        positions.keep(asked(id, "gps", "answerProposal", null), null, null);
        assertThat(reviews.bodyIds(id)).containsExactly("mhtrust", "hospital", "gps", "lantern");
        assertThat(participants.bodiesWithVoice(id, "statutory"))
                .as("asked, and so not to be added again")
                .isEqualTo(4);
    }

    @Test
    void onlyABodyThatTakesPartIsGivenSomethingToDo() {
        String id = proposals.open(proposal("northmerrow", "police", "mhtrust"), ZOE);
        answer(id, "police", Stance.CANNOT_JOIN);
        reviews.refuseUnlessItTakesPart(id, "mhtrust");
        for (String other : Arrays.asList("police", "icb", "nobody", null)) {
            assertThatThrownBy(() -> reviews.refuseUnlessItTakesPart(id, other))
                    .as(other)
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void aBodysOwnCommitmentIsQuotedToIt() {
        String id = proposals.open(proposal("northmerrow", "police"), ZOE);
        assertThat(reviews.shown(id, "signOff").get("commitment"))
                .asString()
                .contains("We keep a room free for everybody who comes\\.", "Lantern House", "24 November 2026");
        assertThat(positions.shownCommitment(id, "police")).isEmpty();
        answer(id, "police", Stance.JOIN);
        assertThat(positions.shownCommitment(id, "police").get("commitment"))
                .asString()
                .contains("We send two people to each workshop\\.", "Merrowshire Police");
    }

    @Test
    void aProposalIsSettledOpenly() {
        String id = proposals.open(proposal("northmerrow"), ZOE);
        assertThat(settlements.goesOn(id)).isTrue();
        assertThat(settle(id, ProposalDecision.ASK_AGAIN)).isTrue();
        assertThat(settlements.goesOn(id)).isTrue();
        assertThat(settlements.startsWithThosePresent(id)).isFalse();
        assertThat(settle(id, ProposalDecision.GO_AHEAD)).isFalse();
        assertThat(settlements.goesOn(id)).isTrue();
        assertThat(settlements.startsWithThosePresent(id)).isTrue();
        assertThat(settle(id, ProposalDecision.CLOSE_PUBLICLY)).isFalse();
        assertThat(settlements.goesOn(id)).isFalse();

        reviews.closePublicly(id, null);
        assertThat(reviews.review(id).state()).isEqualTo(ReviewState.CLOSED_PUBLICLY);
        assertThat(reviews.review(id).closedWhy()).isEqualTo("It is decided like this, closePublicly.");
    }

    @Test
    void aReviewKnowsHowFarItHasGot() {
        String id = proposals.open(proposal("northmerrow"), ZOE);
        for (Stage stage : Stage.values()) {
            reviews.enter(id, stage.key());
            assertThat(reviews.review(id).stage()).isEqualTo(stage);
        }
        Instant since = reviews.review(id).stageSince();
        clock.advance(Duration.ofDays(30));
        reviews.enter(id, "publication");
        assertThat(reviews.review(id).stageSince())
                .as("a postponement does not make it younger")
                .isEqualTo(since);
        assertThatThrownBy(() -> reviews.enter(id, "lunch")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reviews.enter("NM-1999-001", "proposal"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("There is no review NM-1999-001.");
    }

    @Test
    void whatFormsShowCanBecomeJsonAndHoldsNoNull() throws Exception {
        String id = proposals.open(proposal("northmerrow"), ZOE);
        for (Map<String, Object> shown : List.of(missingParticipants.shown(id), positions.shown(id))) {
            assertThat(new JsonMapper().writeValueAsString(shown)).doesNotContain("null");
        }
        for (String form : List.of("answerProposal", "completePartnership", "settleProposal")) {
            Map<String, Object> shown = reviews.shown(id, form);
            assertThat(new JsonMapper().writeValueAsString(shown)).doesNotContain("null");
            assertThat(shown).containsKeys("guide", "review", "need", "commitment", "bodies", "claims", "positions");
        }
        assertThat(reviews.shown(id, "answerProposal"))
                .containsEntry("guide", "- the guide for answerProposal")
                .containsEntry("review", "Crisis care at night · " + id);
    }

    private void answer(String reviewId, String bodyId, Stance stance) {
        positions.keep(asked(reviewId, bodyId, "answerProposal", null), stance(stance), memberOf(bodyId));
    }

    private boolean settle(String reviewId, ProposalDecision decision) {
        String reason = "It is decided like this, "
                + (decision == ProposalDecision.CLOSE_PUBLICLY ? "closePublicly" : decision.name()) + ".";
        return settlements.settle(reviewId, new SettleProposal(decision, reason), RUTH);
    }
}
