package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.dovetailing.ClaimCountyReview;
import io.dovetail.dovetailing.CountyReviews;
import io.dovetail.engine.Messages;
import io.dovetail.journey.Mails.Mail;
import io.dovetail.report.ActionPlan;
import io.dovetail.report.Publication;
import io.dovetail.report.Reflections;
import io.dovetail.report.SignOffs;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Requests;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("crisis-care-review")
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
    private Positions positions;

    @Autowired
    private SignOffs signOffs;

    @Autowired
    private Reflections reflections;

    @Autowired
    private Publication publication;

    @Autowired
    private ActionPlan actionPlan;

    @Autowired
    private Requests requests;

    @Autowired
    private CountyReviews countyReviews;

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
    void aReviewIsProposedScopedCarriedOutSignedPublishedAndFollowedUp() {
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
        assertThat(engine.due(review, "event_firstFollowUpReached")).isEqualTo(london("2027-06-08T17:00"));
        engine.moveTo(review, "event_firstFollowUpReached");
        assertThat(walk.everybody(review, "reportProgress", Forms.late(LocalDate.parse("2027-06-08"))))
                .containsExactly("mhtrust", "police");
        assertThat(engine.due(review, "event_secondFollowUpReached")).isEqualTo(london("2027-12-08T17:00"));
        engine.moveTo(review, "event_secondFollowUpReached");
        assertThat(walk.everybody(review, "reportProgress", Forms.done())).containsExactly("mhtrust", "police");

        assertThat(engine.reached(review)).contains("endEvent_reportPublished", "endEvent_published");
        assertThat(running(review)).as("nothing is left running").isZero();
        assertThat(mails.subjects(review, "vulnerability@merrow-police.example"))
                .containsExactly(
                        "Please answer the proposal by Tuesday 8 December 2026",
                        "Please say which workshop dates you can make by Tuesday 8 December 2026",
                        "Invitation: joint scoping workshop on Tuesday 8 December 2026",
                        "Please confirm the record of the workshop by Tuesday 15 December 2026",
                        "Please give your evidence by Tuesday 22 December 2026",
                        "Please check the findings by Tuesday 22 December 2026",
                        "Please sign the findings by Tuesday 22 December 2026",
                        "Please answer a recommendation by Tuesday 22 December 2026",
                        "Please answer the ten tests by Tuesday 22 December 2026",
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
    void whoeverIsMissingIsBroughtInByTheProposerOrTheConvenor() {
        String review = walk.propose("mhtrust", "opendoor");

        Task task = engine.task(Walk.PROPOSER, review, "completePartnership");
        assertThat(engine.task(Walk.CONVENOR, review, "completePartnership").getId())
                .isEqualTo(task.getId());
        assertThat(engine.tasks("sian", review)).as("it is not for everybody").isEmpty();
        assertThat(task.getDueDate()).isEqualTo(Date.from(london("2026-12-08T17:00")));
        assertThat(engine.shown(task).toString()).contains("people with lived experience", "carers");
        assertThat(mails.about(review)).as("nobody is asked yet").isEmpty();

        engine.submit(Walk.PROPOSER, review, "completePartnership", Forms.completePartnership("beenthere"));
        engine.submit(Walk.CONVENOR, review, "completePartnership", Forms.completePartnership("carers"));

        assertThat(walk.asked(review, "answerProposal"))
                .containsExactly("beenthere", "carers", "lantern", "mhtrust", "opendoor");
    }

    @Test
    void aReviewGoesOnWithoutSomebodyIfThatIsAcceptedWithAReason() {
        String review = walk.propose("mhtrust", "opendoor", "beenthere");

        walk.convenor(review, "completePartnership", Forms.goWithoutThem());

        assertThat(reviews.gapAccepted(review)).isTrue();
        assertThat(walk.asked(review, "answerProposal")).containsExactly("beenthere", "lantern", "mhtrust", "opendoor");
        walk.everybody(review, "answerProposal", Forms.join());
        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
    }

    @Test
    void thoseThatDidNotJoinAreAskedAgainAndOnlyThose() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "answerProposal", body -> switch (body) {
            case "mhtrust" -> Forms.ownReview();
            case "carers" -> Forms.cannotJoin();
            case "opendoor" -> Forms.joinWithConditions(LocalDate.parse("2026-11-24"));
            default -> Forms.join();
        });
        Task settle = engine.task(Walk.CONVENOR, review, "settleProposal");
        assertThat(settle.getDueDate()).isEqualTo(Date.from(london("2026-12-08T17:00")));
        assertThat(engine.shown(settle).toString()).contains("No statutory organisation has joined");
        mails.forget();

        walk.convenor(review, "settleProposal", Forms.settleProposal("askAgain"));

        assertThat(mails.about(review))
                .extracting(Mail::to)
                .containsExactlyInAnyOrder("crisis.care@merrow-mentalhealth.example", "office@merrow-carers.example");
        assertThat(walk.everybody(review, "answerProposal", Forms.join())).containsExactly("carers", "mhtrust");
        assertThat(positions.latest(review)).hasSize(5).allMatch(Position::joins);
        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
    }

    @Test
    void theConvenorGoesAheadWithThoseThatJoin() {
        String review = proposalThatTooFewJoin();

        walk.convenor(review, "settleProposal", Forms.settleProposal("goAhead"));

        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
        assertThat(reviews.bodyIds(review)).doesNotContain("mhtrust");
        assertThat(engine.reached(review))
                .contains("endEvent_proposalSettled")
                .doesNotContain("endEvent_closedPublicly");
    }

    @Test
    void aReviewIsClosedPubliclyWithTheReason() {
        String review = proposalThatTooFewJoin();

        walk.convenor(review, "settleProposal", Forms.settleProposal("closePublicly"));

        assertThat(reviews.review(review))
                .returns(ReviewState.CLOSED_PUBLICLY, Review::state)
                .returns("This is what we agreed when we met on Monday.", Review::closedWhy);
        assertThat(engine.reached(review)).contains("endEvent_closedPublicly");
        assertThat(running(review)).isZero();
    }

    @Test
    void correctionsAreAnsweredAndDissentIsKeptAsItWasWritten() {
        String review = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        Map<String, Object> correction = Forms.checkFindings()
                .with("accuracy", "needsCorrection")
                .with("corrections", "It is not every night: on Sundays somebody stays.");
        walk.everybody(review, "checkFindings", body -> "carers".equals(body) ? correction : Forms.checkFindings());

        String finding = String.valueOf(signOffs.findings(review).get(0).id());
        walk.convenor(
                review,
                "settleCorrections",
                Forms.settleCorrections()
                        .with("finding1", finding)
                        .with("wording1", "On six nights out of seven nobody stays with people."));
        Map<String, Object> dissent = Forms.signOff()
                .with("view", "agreeWithDissent")
                .with("text", "We still think that Sundays are no better.");
        walk.everybody(review, "signOff", body -> "beenthere".equals(body) ? dissent : Forms.signOff());

        assertThat(signOffs.findings(review))
                .singleElement()
                .returns("On six nights out of seven nobody stays with people.", f -> f.text());
        assertThat(signOffs.signatures(review))
                .filteredOn(signature -> signature.bodyId().equals("beenthere"))
                .singleElement()
                .returns("We still think that Sundays are no better.", s -> s.text());
        assertThat(stage(review)).isEqualTo(Stage.ACTION_PLAN);
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
        walk.convenor(review, "settleCorrections", Map.of());
        engine.moveTo(review, "event_silenceReached");
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "mhtrust", false));
        engine.moveTo(review, "event_silenceReached");
        engine.moveTo(review, "event_silenceReached");
        assertThat(reflections.rung(review)).hasValue("Not known: the people with lived experience did not answer");
        walk.publish(review);
        engine.moveTo(review, "event_firstFollowUpReached");
        engine.moveTo(review, "event_silenceReached");
        engine.moveTo(review, "event_secondFollowUpReached");
        engine.moveTo(review, "event_silenceReached");

        assertThat(engine.reached(review)).contains("endEvent_published");
        assertThat(running(review)).isZero();
    }

    @Test
    void aProposalThatIsPutOffAsksThoseAgainWhoHaveNotSaidWhereTheyStand() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "answerProposal", Forms.cannotJoin());
        engine.submit("sian", review, "answerProposal", Forms.join());
        Instant since = reviews.review(review).stageSince();
        engine.clock().advance(Duration.ofDays(1));

        walk.putOff(review);

        assertThat(walk.asked(review, "answerProposal")).isEmpty();
        assertThat(walk.withdrawn(review, "answerProposal")).containsExactly("beenthere", "lantern", "mhtrust");
        mails.forget();
        walk.goOn(review);

        assertThat(mails.about(review)).hasSize(3);
        assertThat(walk.asked(review, "answerProposal")).containsExactly("beenthere", "lantern", "mhtrust");
        assertThat(reviews.review(review).stageSince())
                .as("a put-off does not make it younger")
                .isEqualTo(since);
        engine.submit("ade", review, "answerProposal", Forms.join());
        engine.submit("zoe", review, "answerProposal", Forms.join());
        engine.moveTo(review, "event_silenceReached");
        assertThat(engine.task(Walk.CONVENOR, review, "settleProposal")).isNotNull();

        walk.putOffAndGoOn(review);

        assertThat(walk.everybody(review, "answerProposal", Forms.join()))
                .as("who was silent is asked again; who cannot join has said so")
                .containsExactly("mhtrust");
        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
    }

    @Test
    void aProposalThatIsSettledIsNotSettledAgain() {
        String review = proposalThatTooFewJoin();
        Task settle = engine.task(Walk.CONVENOR, review, "settleProposal");
        engine.submit(Walk.CONVENOR, settle, Forms.settleProposal("goAhead"));

        // In the moment between what was settled and what follows from it.
        walk.putOffAndGoOn(review);

        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
        assertThat(engine.reached(review)).contains("endEvent_settledBefore");
    }

    @Test
    void aSignOffThatIsPutOffGoesOnWithThoseWhoHaveNotChecked() {
        String review = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "checkFindings", Forms.checkFindings());

        walk.putOffAndGoOn(review);

        assertThat(walk.withdrawn(review, "checkFindings"))
                .containsExactly("beenthere", "lantern", "mhtrust", "opendoor");
        for (String person : List.of("ade", "zoe", "sian")) {
            engine.submit(person, review, "checkFindings", Forms.checkFindings());
        }
        engine.moveTo(review, "event_silenceReached");
        walk.convenor(review, "settleCorrections", Map.of());
        engine.submit("ade", review, "signOff", Forms.signOff());
        engine.submit("joan", review, "signOff", Forms.signOff());

        walk.putOffAndGoOn(review);

        assertThat(engine.tasks(Walk.CONVENOR, review))
                .as("the corrections are settled")
                .isEmpty();
        assertThat(walk.asked(review, "checkFindings")).as("the check is over").isEmpty();
        assertThat(walk.withdrawn(review, "signOff")).containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(walk.everybody(review, "signOff", Forms.signOff()))
                .containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(signOffs.signatures(review))
                .extracting(signature -> signature.bodyId())
                .containsExactlyInAnyOrder("beenthere", "carers", "lantern", "mhtrust", "opendoor");
        assertThat(signOffs.checks(review)).hasSize(5);
        assertThat(stage(review)).isEqualTo(Stage.ACTION_PLAN);
    }

    @Test
    void aPlanThatIsFinishedIsNotOpenedAgain() {
        String review = walk.reviewAt(Stage.ACTION_PLAN, Walk.ONE_OF_EACH_VOICE);
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "mhtrust", true));

        walk.putOffAndGoOn(review);

        assertThat(walk.asked(review, "answerRecommendation"))
                .as("the plan is not finished")
                .isEmpty();
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "carers", true));
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "lantern", false));
        engine.submit("joan", review, "answerRecommendation", Forms.answerRecommendation());

        walk.putOffAndGoOn(review);

        assertThat(engine.tasks(Walk.CONVENOR, review)).isEmpty();
        assertThat(walk.withdrawn(review, "answerRecommendation")).containsExactly("lantern", "mhtrust");
        assertThat(walk.everybody(review, "answerRecommendation", Forms.answerRecommendation()))
                .containsExactly("lantern", "mhtrust");
        assertThat(actionPlan.recommendations(review))
                .hasSize(3)
                .allMatch(each -> actionPlan.answer(each).isPresent());
        assertThat(stage(review)).isEqualTo(Stage.REFLECTION);
    }

    @Test
    void aReflectionThatIsPutOffGoesOnWithThoseWhoHaveNotAnswered() {
        String review = walk.reviewAt(Stage.REFLECTION, Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "reflect", Forms.reflect());
        engine.submit("ade", review, "reflectLivedExperience", Forms.reflectLivedExperience());

        walk.putOffAndGoOn(review);

        assertThat(walk.withdrawn(review, "reflect")).containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(walk.asked(review, "reflectLivedExperience")).isEmpty();
        assertThat(walk.everybody(review, "reflect", Forms.reflect()))
                .containsExactly("lantern", "mhtrust", "opendoor");
        assertThat(reflections.all(review)).hasSize(5);
        assertThat(reflections.rung(review)).hasValue("Co-production");
        assertThat(stage(review)).isEqualTo(Stage.PUBLICATION);
    }

    @Test
    void aPublicationThatIsPutOffComesBackAndWhatIsPublishedCannotBePutOff() {
        String review = walk.reviewAt(Stage.PUBLICATION, Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);
        assertThat(engine.tasks(Walk.CONVENOR, review))
                .extracting(Task::getName)
                .doesNotContain("Publish the report");

        walk.goOn(review);
        walk.publish(review);

        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.PUBLISHED);
        assertThatThrownBy(() -> walk.putOff(review)).isInstanceOf(MismatchingMessageCorrelationException.class);
        walk.followUp(review);
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
    void aReviewThatIsGivenUpAfterAPutOffIsClosedPublicly() {
        String review = walk.reviewAt(Stage.LOCAL_REVIEW, Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);

        walk.giveUp(review);

        assertThat(reviews.review(review).state()).isEqualTo(ReviewState.CLOSED_PUBLICLY);
        assertThat(engine.reached(review)).contains("endEvent_givenUp").doesNotContain("endEvent_published");
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
        assertThat(running(review)).as("nothing of it is left running").isZero();
        assertThat(requests.ofReview(review)).noneMatch(BodyRequest::open);
        assertThat(countyReviews.received(county))
                .as("what it has found is with the county, which answers it")
                .hasSize(1);
        engine.submit("martin", county, "answerFinding", Forms.answerFinding("adopted"));
        assertThat(countyReviews.received(county)).allMatch(received -> received.answer() != null);
    }

    @Test
    void aWordOfACountyReviewIsPutToTheCountyAndTheReviewGoesOn() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        String county = countyReviews.claimed(claim(review));
        assertThat(countyReviews.claimed(claim(review))).isEqualTo(county);
        assertThat(engine.reached(review)).contains("endEvent_claimWithCounty", "endEvent_claimStands");
        assertThat(countyReviews.claims(county)).hasSize(2);
        engine.submit("martin", county, "confirmCounty", Forms.confirmCounty(workingDays.today()));
        walk.convenor(review, "linkReview", Forms.linkReview("apart"));
        assertThat(engine.reached(review)).contains("endEvent_linkChosen");
        walk.everybody(review, "answerProposal", Forms.join());
        assertThat(stage(review)).isEqualTo(Stage.JOINT_SCOPING);
        String another = walk.propose(Walk.ONE_OF_EACH_VOICE);
        assertThat(engine.reached(another))
                .as("the county hears of a new review")
                .contains("startEvent_countyConfirmed");
    }

    private long claim(String review) {
        long claim = countyReviews.claim(
                review,
                new ClaimCountyReview(
                        "The board was told that the whole county is to be reviewed.", "The meeting on Monday"),
                new Actor("amina", "Amina Yusuf", "mhtrust"));
        messages.tell(review, "countyReview", claim);
        engine.run();
        return claim;
    }

    private String proposalThatTooFewJoin() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "answerProposal", body -> "mhtrust".equals(body) ? Forms.cannotJoin() : Forms.join());
        return review;
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
