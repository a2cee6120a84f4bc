package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.county.ClaimCountyReview;
import io.dovetail.county.CountyAnswers;
import io.dovetail.county.CountyClaims;
import io.dovetail.directory.Actor;
import io.dovetail.engine.Messages;
import io.dovetail.publication.Publication;
import io.dovetail.reflection.Reflections;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import io.dovetail.signoff.SignOffs;
import java.time.LocalDate;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess({"crisis-care-review", "county-claim", "county-link"})
class CrisisCareReviewTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Mails mails;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Reviews reviews;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private Reflections reflections;

    @Autowired
    private Publication publication;

    @Autowired
    private Requests requests;

    @Autowired
    private CountyClaims countyClaims;

    @Autowired
    private CountyAnswers countyAnswers;

    @Autowired
    private Counties counties;

    @Autowired
    private Messages messages;

    @Autowired
    private WorkingDays workingDays;

    @BeforeEach
    @AfterEach
    void leaveTheCountyFree() {
        counties.leave();
    }

    @Test
    void aReviewIsProposedScopedCarriedOutSignedPublishedAndFollowedUpAndTheLogHoldsNothingThatWasTyped() {
        try (LogLines log = new LogLines()) {
            engine.beforeEachForm(form -> log.typed(form.values()), this::aWholeReview);

            assertThat(log.lines()).anyMatch(line -> line.contains("has reached the stage publication"));
            log.holdNothingTyped(25);
        }
    }

    private void aWholeReview() {
        String review = walk.propose();
        assertThat(review).matches("NM-2026-\\d{3}");
        assertThat(stage(review)).isEqualTo(Stage.PROPOSAL);
        assertThat(walk.everybody(review, "answerProposal", Forms.join()))
                .as("everybody who serves North Merrow is asked")
                .containsExactly(
                        "ambulance",
                        "beenthere",
                        "carers",
                        "gps",
                        "hospital",
                        "icb",
                        "lantern",
                        "mhtrust",
                        "northcouncil",
                        "opendoor",
                        "police");

        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
        walk.holdWorkshop(review);
        // Ten working days after Tuesday 24 November, from two to four in the afternoon.
        assertThat(engine.clock().instant()).isEqualTo(london("2026-12-08T16:00"));

        assertThat(stage(review)).isEqualTo(Stage.LOCAL_REVIEW);
        walk.reviewLocally(review);

        assertThat(stage(review)).isEqualTo(Stage.SIGN_OFF);
        walk.signOff(review);
        assertThat(signOffs.signatures(review)).hasSize(11);

        assertThat(stage(review)).isEqualTo(Stage.ACTION_PLAN);
        walk.plan(review, "mhtrust", "police");

        assertThat(stage(review)).isEqualTo(Stage.REFLECTION);
        assertThat(walk.everybody(review, "reflect", Forms.reflect()))
                .hasSize(10)
                .doesNotContain("beenthere");
        assertThat(walk.everybody(review, "reflectLivedExperience", Forms.reflectLivedExperience()))
                .containsExactly("beenthere");
        assertThat(reflections.rung(review)).hasValue("Co-production");

        assertThat(stage(review)).isEqualTo(Stage.PUBLICATION);
        walk.publish(review);
        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.PUBLISHED);
        assertThat(publication.report(review)).isPresent();
        assertThat(mails.subjects(review, "ruth.ellery@merrow-partnership.example"))
                .contains("Published");

        // Published on Tuesday 8 December 2026: in six months it is Tuesday 8 June, in twelve Wednesday 8 December.
        assertThat(engine.due(review, "event_followUpReached")).isEqualTo(london("2027-06-08T17:00"));
        engine.moveTo(review, "event_followUpReached");
        assertThat(walk.everybody(review, "reportProgress", Forms.late(LocalDate.parse("2027-06-08"))))
                .containsExactly("mhtrust", "police");
        assertThat(engine.due(review, "event_followUpReached")).isEqualTo(london("2027-12-08T17:00"));
        engine.moveTo(review, "event_followUpReached");
        assertThat(walk.everybody(review, "reportProgress", Forms.done())).containsExactly("mhtrust", "police");

        assertThat(engine.reached(review)).contains("endEvent_reportPublished", "endEvent_published");
        assertThat(running(review)).as("nothing is left running").isZero();
        assertThat(mails.subjects(review, "vulnerability@merrow-police.example"))
                .containsExactly(
                        "Please answer the proposal by Tuesday 8 December 2026",
                        "Please say which workshop dates you can make by Monday 30 November 2026",
                        "Invitation: joint scoping workshop on Tuesday 8 December 2026",
                        "Please confirm the record of the workshop by Tuesday 15 December 2026",
                        "Please give your evidence by Tuesday 22 December 2026",
                        "Please check the findings by Tuesday 22 December 2026",
                        "Please sign the findings by Tuesday 22 December 2026",
                        "Please answer a recommendation by Tuesday 22 December 2026",
                        "Please answer the 10 tests by Tuesday 22 December 2026",
                        "Published",
                        // Asked at 17:00, so that the ten days begin with the next.
                        "Please report what became of a recommendation by Wednesday 23 June 2027",
                        "Please report what became of a recommendation by Thursday 23 December 2027");
    }

    @Test
    void whatIsRaisedOnTheWayIsFollowedBesideTheStage() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        LocalDate today = workingDays.today();
        walk.raise("zoe", "offer", review, "offerHelp", Forms.offerHelp("mhtrust"));
        walk.raise("zoe", "concern", review, "raiseConcern", Forms.raiseConcern());
        walk.raise("zoe", "fundingCut", review, "reportFundingCut", Forms.reportFundingCut(today));
        walk.raise("zoe", "ownReview", review, "declareOwnReview", Forms.declareOwnReview(today, today.plusDays(2)));
        engine.submit("amina", review, "answerOffer", Forms.acceptOffer());
        walk.everybody(review, "answerConcern", Forms.answerConcern());
        walk.everybody(review, "checkCapacity", Forms.canDo());
        walk.everybody(review, "offerHelpToOwnReview", Forms.takeSeat());
        engine.moveTo(review, "event_ownReviewEnds");
        engine.submit("zoe", review, "reportOwnFindings", Forms.ownFindings());

        assertThat(engine.reached(review))
                .contains(
                        "endEvent_offerSettled",
                        "endEvent_concernAnswered",
                        "endEvent_capacityChecked",
                        "endEvent_ownReviewFollowed");
        assertThat(walk.asked(review, "answerProposal")).hasSize(5);
    }

    @Test
    void silenceInEveryStageNeverHoldsUpAReview() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.moveTo(review, "event_silenceReached");
        walk.convenor(review, "settleProposal", Forms.settleProposal("goAhead"));

        // Tuesday 15 December 2026, 17:00. Nobody will say when they can come, so that this takes until 12 January.
        walk.convenor(
                review,
                "proposeDates",
                Forms.proposeDates(
                        LocalDate.parse("2027-01-27"), LocalDate.parse("2027-01-28"), LocalDate.parse("2027-01-29")));
        engine.moveTo(review, "event_silenceReached");
        walk.convenor(
                review,
                "bookWorkshop",
                Forms.bookWorkshop(LocalDate.parse("2027-01-27"), LocalDate.parse("2027-01-19")));
        engine.moveTo(review, "event_workshopHeld");
        walk.convenor(review, "recordAttendance", Forms.recordAttendance(reviews.bodyIds(review), 2));
        walk.convenor(review, "addScopeQuestion", Forms.addScopeQuestion(false));
        engine.moveTo(review, "event_silenceReached");

        engine.moveTo(review, "event_silenceReached");
        walk.convenor(review, "recordVisits", Forms.recordVisits());
        walk.convenor(review, "draftFinding", Forms.hypothesis(false, "mhtrust"));
        engine.moveTo(review, "event_silenceReached");
        engine.moveTo(review, "event_silenceReached");
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "mhtrust", false));
        engine.moveTo(review, "event_silenceReached");
        engine.moveTo(review, "event_silenceReached");
        assertThat(reflections.rung(review)).hasValue("Not known: the people with lived experience did not answer");
        walk.publish(review);
        engine.moveTo(review, "event_followUpReached");
        engine.moveTo(review, "event_silenceReached");
        engine.moveTo(review, "event_followUpReached");
        engine.moveTo(review, "event_silenceReached");

        assertThat(engine.reached(review)).contains("endEvent_published");
        assertThat(running(review)).isZero();
    }

    @Test
    void aReviewThatIsPutOffAgainAndAgainIsHeldAllTheSame() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        for (Stage stage : Stage.values()) {
            assertThat(stage(review)).isEqualTo(stage);
            walk.putOffAndGoOn(review);
            assertThat(stage(review)).isEqualTo(stage);
            walk.pass(review, stage);
        }

        assertThat(engine.reached(review)).contains("endEvent_published");
        assertThat(running(review)).isZero();
        assertThat(requests.ofReview(review)).noneMatch(BodyRequest::open);
    }

    @Test
    void aReviewThatIsGivenUpAfterADeferralIsClosedPublicly() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);

        walk.giveUp(review);

        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.CLOSED_PUBLICLY);
        assertThat(engine.reached(review)).contains("endEvent_reviewClosed").doesNotContain("endEvent_published");
        assertThat(running(review)).isZero();
        assertThat(requests.ofReview(review)).noneMatch(BodyRequest::open);
    }

    @Test
    void aReviewIsMergedIntoTheCountysOnlyWithEverybodysConsent() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "giveEvidence", Forms.giveEvidence());
        walk.convenor(review, "recordVisits", Forms.recordVisits());
        walk.convenor(review, "draftFinding", Forms.draftFinding(true, walk.evidence(review)));
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        assertThat(messages.countyReviewConfirmed(review, county)).isTrue();
        engine.run();
        assertThat(engine.reached(review)).contains("endEvent_offeredBefore");

        walk.convenor(review, "linkReview", Forms.linkReview("merge"));
        walk.everybody(
                review,
                "consentToMerge",
                body -> Forms.consentToMerge("beenthere".equals(body) ? "object" : "consent"));
        assertThat(reviews.review(review).state())
                .as("the voice of lived experience does not consent")
                .isEqualTo(ReviewState.RUNNING);
        assertThat(engine.shown(engine.task(Walk.CONVENOR, review, "linkReview"))
                        .prop("consents")
                        .elements())
                .hasSize(5);

        walk.convenor(review, "linkReview", Forms.linkReview("merge"));
        walk.everybody(review, "consentToMerge", Forms.consentToMerge("consent"));

        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.MERGED);
        assertThat(mails.subjects(review, "group@beenthere.example")).contains("Merged into the county review");
        assertThat(mails.subjects(review, "ruth.ellery@merrow-partnership.example"))
                .contains("Merged into the county review");
        assertThat(running(review)).as("nothing of it is left running").isZero();
        assertThat(requests.ofReview(review)).noneMatch(BodyRequest::open);
        assertThat(countyAnswers.received(county))
                .as("what it has found is with the county, which answers it")
                .hasSize(1);
        engine.submit("martin", county, "answerFinding", Forms.answerFinding("adopted"));
        assertThat(countyAnswers.received(county)).allMatch(received -> received.answer() != null);
    }

    @Test
    void aReviewThatWasToBeMergedGoesOnByItselfWhenTheCountyReviewEndsBefore() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String county = engine.start("martin", "county-review", Forms.announceCountyReview(workingDays.today()));
        walk.convenor(review, "linkReview", Forms.linkReview("merge"));
        assertThat(requests.ofReview(review))
                .filteredOn(request -> "consentToMerge".equals(request.question()))
                .isNotEmpty()
                .allMatch(BodyRequest::open);

        engine.submit("martin", county, "reportCounty", Forms.countyComplete());
        engine.run();

        assertThat(engine.reached(review)).contains("endEvent_staysApart");
        assertThat(requests.ofReview(review))
                .filteredOn(request -> "consentToMerge".equals(request.question()))
                .allMatch(BodyRequest::withdrawn);
        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.RUNNING);
        assertThat(requests.ofReview(review))
                .filteredOn(request -> "answerProposal".equals(request.question()))
                .as("what else is asked of it is asked still")
                .anyMatch(BodyRequest::open);
    }

    @Test
    void aWordOfACountyReviewIsPutToTheCountyAndTheReviewGoesOn() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String county = countyClaims.claimed(claim(review));
        assertThat(countyClaims.claimed(claim(review))).isEqualTo(county);
        assertThat(engine.reached(review)).contains("endEvent_claimWithCounty", "endEvent_claimAdded");
        assertThat(countyClaims.ofCounty(county)).hasSize(2);
        engine.submit("martin", county, "confirmCounty", Forms.confirmCounty(workingDays.today()));
        walk.convenor(review, "linkReview", Forms.linkReview("apart"));
        assertThat(engine.reached(review)).contains("endEvent_linkChosen");
        walk.everybody(review, "answerProposal", Forms.join());
        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
        String another = walk.propose(Walk.ONE_OF_EACH_VOICE);
        assertThat(engine.reached(another))
                .as("the county is told of a new review")
                .contains("startEvent_countyConfirmed");
    }

    private long claim(String review) {
        long claim = countyClaims.claim(
                review,
                new ClaimCountyReview(
                        "The board was told that the whole county is to be reviewed.", "The meeting on Monday"),
                new Actor("amina", "Amina Yusuf", "mhtrust"));
        messages.tell(review, "countyReview", claim);
        engine.run();
        return claim;
    }

    private Stage stage(String review) {
        return reviews.review(review).stage();
    }

    private long running(String review) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .count();
    }
}
