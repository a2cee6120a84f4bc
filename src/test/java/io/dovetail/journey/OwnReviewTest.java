package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.localreview.EvidenceItem;
import io.dovetail.localreview.LocalReviews;
import io.dovetail.offer.Offers;
import io.dovetail.ownreview.ObserverSeat;
import io.dovetail.ownreview.OwnReview;
import io.dovetail.ownreview.OwnReviewDeclaration;
import io.dovetail.ownreview.OwnReviewRecords;
import io.dovetail.ownreview.OwnReviewReport;
import io.dovetail.ownreview.OwnReviewResponse;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import io.dovetail.review.ClaimClass;
import io.dovetail.review.Stage;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("own-review")
class OwnReviewTest {

    private static final LocalDate END = LocalDate.parse("2027-01-29");

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private OwnReviewRecords records;

    @Autowired
    private Offers offers;

    @Autowired
    private LocalReviews localReviews;

    @Autowired
    private Requests requests;

    @Autowired
    private WorkingDays workingDays;

    @Test
    void anAnswerThatSaysSoStopsNothingAndIsFollowedUntilItsFindingsAreEvidence() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "answerProposal", body -> "mhtrust".equals(body) ? Forms.ownReview() : Forms.join());

        // The proposal is settled as any other, and the body is asked what its own review is about.
        walk.convenor(review, "settleProposal", Forms.settleProposal("goAhead"));
        assertThat(engine.task(Walk.CONVENOR, review, "proposeDates").getName()).isEqualTo("Propose dates");
        assertThat(walk.asked(review, "declareOwnReview")).containsExactly("mhtrust");
        assertThat(walk.asked(review, "offerHelpToOwnReview")).isEmpty();
        engine.submit("amina", review, "declareOwnReview", Forms.declareOwnReview(workingDays.today(), END));

        assertThat(walk.asked(review, "offerHelpToOwnReview"))
                .containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(engine.shown(engine.task("ade", review, "offerHelpToOwnReview"))
                        .toString())
                .contains("Merrowshire Mental Health NHS Trust", "from 24 November 2026 to 29 January 2027")
                .contains("The nights on our own wards", "2. Write to");
        engine.submit("zoe", review, "offerHelpToOwnReview", Forms.helpOwnReview());

        // An offer is passed on when it is made; nobody waits for the others.
        assertThat(walk.asked(review, "answerOffer")).containsExactly("mhtrust");
        engine.submit("amina", review, "answerOffer", Forms.acceptOffer());
        walk.everybody(review, "offerHelpToOwnReview", Forms.takeSeat());
        assertThat(records.responses(own(review).number()))
                .extracting(OwnReviewResponse::bodyId, OwnReviewResponse::seat)
                .containsExactlyInAnyOrder(
                        tuple("lantern", ObserverSeat.LEAVE),
                        tuple("beenthere", ObserverSeat.TAKE),
                        tuple("carers", ObserverSeat.TAKE),
                        tuple("opendoor", ObserverSeat.TAKE));
        assertThat(offers.register(review, requests.ofReview(review)))
                .singleElement()
                .satisfies(entry -> assertThat(
                                Objects.requireNonNull(entry.answer()).label())
                        .isEqualTo("Accepted"));

        assertThat(engine.due(review, "event_ownReviewEnds")).isEqualTo(london("2027-01-29T17:00"));
        engine.moveTo(review, "event_ownReviewEnds");
        engine.submit("amina", review, "reportOwnFindings", Forms.ownFindings());

        assertThat(localReviews.evidence(review))
                .extracting(EvidenceItem::bodyId, EvidenceItem::claimClass, EvidenceItem::ownReviewId)
                .containsExactly(
                        tuple("mhtrust", ClaimClass.FACT, own(review).number()),
                        tuple("mhtrust", ClaimClass.HYPOTHESIS, own(review).number()));
        assertThat(engine.reached(review))
                .contains("endEvent_othersAsked", "endEvent_findingsGiven", "endEvent_ownReviewFollowed");
    }

    @Test
    void whereItWasDeclaredNobodyIsAskedForItAgain() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        declare("amina", review, END);

        assertThat(walk.asked(review, "declareOwnReview")).isEmpty();
        assertThat(walk.asked(review, "offerHelpToOwnReview"))
                .containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(walk.asked(review, "giveEvidence")).hasSize(5);

        engine.moveTo(review, "event_silenceReached");
        engine.clock().set(engine.due(review, "event_ownReviewEnds"));
        engine.run();
        engine.submit("amina", review, "reportOwnFindings", Forms.ownFindings());
        walk.convenor(review, "recordVisits", Forms.recordVisits());

        assertThat(engine.shown(engine.task(Walk.CONVENOR, review, "draftFinding"))
                        .toString())
                .contains("Merrowshire Mental Health NHS Trust, from its own review")
                .contains("On nine nights of ten one nurse was alone");
    }

    @Test
    void aBodyThatDeclaresAgainChangesWhatItSaidAndNobodyIsAskedTwice() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        declare("amina", review, LocalDate.parse("2026-12-04"));
        Task choose = engine.raiseMatter("amina");
        engine.submit("amina", choose, Forms.chooseMatter("ownReview", review));
        engine.run();
        Task again = engine.task("amina", review, "declareOwnReview");
        assertThat(engine.shown(again).toString()).contains("has declared one already, until 4 December 2026");
        engine.submit("amina", again, Forms.declareOwnReview(workingDays.today(), END));
        engine.run();

        assertThat(records.ofReview(review)).hasSize(1);
        assertThat(records.declarations(own(review).number()))
                .extracting(declared -> Objects.requireNonNull(declared.said()).endsOn())
                .containsExactly(LocalDate.parse("2026-12-04"), END);
        assertThat(walk.asked(review, "offerHelpToOwnReview"))
                .containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(engine.reached(review)).contains("endEvent_onRecord");

        // The day that was named first comes, and the end has been moved.
        engine.moveTo(review, "event_ownReviewEnds");
        assertThat(walk.asked(review, "reportOwnFindings")).isEmpty();
        assertThat(engine.due(review, "event_ownReviewEnds")).isEqualTo(london("2027-01-29T17:00"));
        engine.moveTo(review, "event_ownReviewEnds");
        assertThat(walk.asked(review, "reportOwnFindings")).containsExactly("mhtrust");
    }

    @Test
    void silenceIsRecordedAndHoldsUpNothing() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "answerProposal", body -> "mhtrust".equals(body) ? Forms.ownReview() : Forms.join());
        engine.moveTo(review, "event_silenceReached");

        assertThat(records.declarations(own(review).number())).singleElement().matches(OwnReviewDeclaration::silent);
        assertThat(walk.asked(review, "offerHelpToOwnReview")).isEmpty();

        // Late, but it says so after all: from here on it is followed.
        declare("amina", review, workingDays.today().plusDays(3));
        assertThat(walk.asked(review, "offerHelpToOwnReview")).hasSize(4);
        engine.moveTo(review, "event_ownReviewEnds");
        engine.clock().advance(Duration.ofDays(40));
        engine.run();

        assertThat(records.report(own(review).number())).isPresent().get().matches(OwnReviewReport::silent);
        assertThat(records.responses(own(review).number()))
                .hasSize(4)
                .allMatch(response -> response.label().equals("No answer"));
        assertThat(localReviews.evidence(review)).isEmpty();
    }

    @Test
    void aBodyThatIsAskedAlreadyIsSentToThatStep() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", review, "answerProposal", Forms.ownReview());
        assertThat(walk.asked(review, "declareOwnReview")).containsExactly("mhtrust");

        Task choose = engine.raiseMatter("amina");
        assertThatThrownBy(() -> engine.submit("amina", choose, Forms.chooseMatter("ownReview", review)))
                .hasMessageContaining("is being asked for this already");
        assertThat(engine.task("amina", review, "declareOwnReview").getName())
                .isEqualTo("Say what your own review is about");
    }

    @Test
    void twoBodiesThatDeclareInTheSameSecondNeverMix() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        for (String person : List.of("amina", "sian")) {
            engine.submit(person, engine.raiseMatter(person), Forms.chooseMatter("ownReview", review));
        }
        engine.run();
        Task one = engine.task("amina", review, "declareOwnReview");
        Task other = engine.task("sian", review, "declareOwnReview");
        engine.submit("amina", one, Forms.declareOwnReview(workingDays.today(), LocalDate.parse("2026-12-18")));
        engine.submit("sian", other, Forms.declareOwnReview(workingDays.today(), LocalDate.parse("2027-01-15")));
        engine.run();

        List<OwnReview> both = records.ofReview(review);
        assertThat(both).extracting(OwnReview::bodyId).containsExactlyInAnyOrder("mhtrust", "opendoor");
        for (OwnReview own : both) {
            assertThat(requests.ofReview(review))
                    .filteredOn(request -> request.question().equals("offerHelpToOwnReview")
                            && Objects.equals(request.subjectId(), own.number()))
                    .extracting(BodyRequest::bodyId)
                    .hasSize(4)
                    .doesNotContain(own.bodyId());
        }
        engine.clock().set(london("2026-12-18T17:00"));
        engine.run();
        assertThat(walk.asked(review, "reportOwnFindings")).containsExactly("mhtrust");
        engine.submit("amina", review, "reportOwnFindings", Forms.ownFindings());
        engine.clock().set(london("2027-01-15T17:00"));
        engine.run();
        assertThat(walk.asked(review, "reportOwnFindings")).containsExactly("opendoor");
    }

    @Test
    void aReviewThatIsClosedEndsWhatIsStillAskedAboutOne() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "answerProposal", Forms.ownReview());
        assertThat(walk.asked(review, "declareOwnReview")).hasSize(5);
        walk.convenor(review, "settleProposal", Forms.settleProposal("closePublicly"));

        assertThat(walk.asked(review, "declareOwnReview")).isEmpty();
        assertThat(walk.withdrawn(review, "declareOwnReview")).hasSize(5);
        assertThat(engine.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(review)
                        .processDefinitionKeyIn("crisis-care-review", "own-review", "body-request")
                        .count())
                .isZero();
    }

    @Test
    void nobodyAnswersForAnotherBody() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", review, "answerProposal", Forms.ownReview());
        Task declare = engine.task("amina", review, "declareOwnReview");

        for (String person : List.of("zoe", "sian", "ruth", "farid")) {
            assertThat(engine.tasks(person, review)).extracting(Task::getId).doesNotContain(declare.getId());
            assertThat(engine.refused(person, () -> {
                        engine.engine()
                                .getFormService()
                                .submitTaskForm(
                                        declare.getId(), Map.copyOf(Forms.declareOwnReview(workingDays.today(), END)));
                        return true;
                    }))
                    .as(person)
                    .isTrue();
        }
        assertThat(records.declarations(own(review).number())).isEmpty();
    }

    private void declare(String person, String review, LocalDate until) {
        walk.raise(person, "ownReview", review, "declareOwnReview", Forms.declareOwnReview(workingDays.today(), until));
    }

    private OwnReview own(String review) {
        return records.ofReview(review).get(0);
    }
}
