package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Mails.Mail;
import io.dovetail.review.Participants;
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
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("proposal")
class ProposalTest {

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
    private Participants participants;

    @Autowired
    private Positions positions;

    @Test
    void whoeverIsMissingIsAddedByTheProposerOrTheConvenor() {
        String review = walk.propose("mhtrust", "opendoor");

        Task task = engine.task(Walk.PROPOSER, review, "completePartnership");
        Task convenors = engine.task(Walk.CONVENOR, review, "completePartnership");
        assertThat(walk.asked(review, "completePartnership")).containsExactly("convenorsnorthmerrow", "lantern");
        assertThat(convenors.getDueDate()).isEqualTo(task.getDueDate());
        assertThat(engine.tasks("sian", review)).as("it is not for everybody").isEmpty();
        assertThat(task.getDueDate()).isEqualTo(Date.from(london("2026-12-08T17:00")));
        assertThat(engine.shown(task).toString()).contains("people with lived experience", "carers");
        assertThat(mails.about(review))
                .as("nobody else is asked yet")
                .extracting(Mail::subject)
                .hasSize(2)
                .allMatch(subject -> subject.startsWith("Please complete the partnership"));

        engine.submit(Walk.PROPOSER, review, "completePartnership", Forms.completePartnership("beenthere"));
        assertThat(walk.withdrawn(review, "completePartnership"))
                .as("what one has done is done for both")
                .containsExactly("convenorsnorthmerrow");
        assertThat(mails.subjects(review, "ruth.ellery@merrow-partnership.example"))
                .as("carers are missing still")
                .hasSize(2);
        assertThat(mails.texts(review)).contains("Until somebody has done it, the review stands still.");
        engine.submit(Walk.CONVENOR, review, "completePartnership", Forms.completePartnership("carers"));

        assertThat(walk.asked(review, "answerProposal"))
                .containsExactly("beenthere", "carers", "lantern", "mhtrust", "opendoor");
    }

    @Test
    void aReviewGoesOnWithoutSomebodyIfThatIsAcceptedWithAReason() {
        String review = walk.propose("mhtrust", "opendoor", "beenthere");

        walk.convenor(review, "completePartnership", Forms.goWithoutThem());

        assertThat(participants.gapAccepted(review)).isTrue();
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
        assertThat(engine.reached(review)).contains("endEvent_proposalSettled").doesNotContain("endEvent_reviewClosed");
    }

    @Test
    void aReviewIsClosedPubliclyWithTheReason() {
        String review = proposalThatTooFewJoin();

        walk.convenor(review, "settleProposal", Forms.settleProposal("closePublicly"));

        assertThat(reviews.review(review))
                .returns(ReviewState.CLOSED_PUBLICLY, Review::state)
                .returns("This is what we agreed when we met on Monday.", Review::closedWhy);
        assertThat(engine.reached(review)).contains("endEvent_reviewClosed");
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

        assertThat(mails.about(review))
                .filteredOn(mail -> !mail.subject().equals("The review goes on"))
                .as("whoever was told of the postponement is told that it goes on; asked again are three")
                .hasSize(3);
        assertThat(walk.asked(review, "answerProposal")).containsExactly("beenthere", "lantern", "mhtrust");
        assertThat(reviews.review(review).stageSince())
                .as("a postponement does not make it younger")
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
