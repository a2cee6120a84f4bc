package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Mails.Mail;
import io.dovetail.report.Publication;
import io.dovetail.report.Reflections;
import io.dovetail.report.SignOffs;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
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

        // Published on Tuesday 8 December 2026: in six months it is Tuesday 8 June, in twelve Wednesday 8 December.
        assertThat(engine.due(review, "event_firstFollowUpReached")).isEqualTo(london("2027-06-08T17:00"));
        engine.moveTo(review, "event_firstFollowUpReached");
        assertThat(walk.everybody(review, "reportProgress", Forms.late(LocalDate.parse("2027-06-08"))))
                .containsExactly("mhtrust", "police");
        assertThat(engine.due(review, "event_secondFollowUpReached")).isEqualTo(london("2027-12-08T17:00"));
        engine.moveTo(review, "event_secondFollowUpReached");
        assertThat(walk.everybody(review, "reportProgress", Forms.done())).containsExactly("mhtrust", "police");

        assertThat(engine.reached(review)).contains("endEvent_followedUp", "endEvent_published");
        assertThat(running(review)).as("nothing is left running").isZero();
        assertThat(mails.subjects(review, "vulnerability@merrow-police.example"))
                .containsExactly(
                        "Please answer the proposal by Tuesday 8 December 2026",
                        "Please say which workshop dates you can make by Tuesday 8 December 2026",
                        "Please confirm the record of the workshop by Tuesday 15 December 2026",
                        "Please give your evidence by Tuesday 22 December 2026",
                        "Please check the findings by Tuesday 22 December 2026",
                        "Please sign the findings by Tuesday 22 December 2026",
                        "Please answer a recommendation by Tuesday 22 December 2026",
                        "Please answer the ten tests by Tuesday 22 December 2026",
                        // Asked at 17:00, so that the ten days begin with the next.
                        "Please report what became of a recommendation by Wednesday 23 June 2027",
                        "Please report what became of a recommendation by Thursday 23 December 2027");
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
            case "mhtrust" -> Forms.putOff();
            case "carers" -> Forms.cannotJoin();
            case "opendoor" -> Forms.joinWithConditions(LocalDate.parse("2026-11-24"));
            default -> Forms.join();
        });
        Task settle = engine.task(Walk.CONVENOR, review, "settleProposal");
        assertThat(settle.getDueDate()).isEqualTo(Date.from(london("2026-12-08T17:00")));
        assertThat(engine.shown(settle).toString()).contains("Somebody asks to put it off");
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
        walk.convenor(review, "draftFinding", Forms.draftFinding(false).with("claimClass", "hypothesis"));
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
