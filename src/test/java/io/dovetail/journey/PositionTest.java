package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.deferral.Deferrals;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.LedgerEntry;
import io.dovetail.review.Reviews;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation that puts the proposal off says why next; only then does the review stop. */
@Program
@WholeProcess("position")
class PositionTest {

    private static final LocalDate UNTIL = LocalDate.parse("2026-12-22");

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Deferrals deferrals;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Reviews reviews;

    @Test
    void theOthersGoOnAnsweringUntilTheReasonIsThere() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);

        engine.submit("amina", review, "answerProposal", Forms.putOff());

        assertThat(walk.asked(review, "deferReview")).containsExactly("mhtrust");
        assertThat(walk.asked(review, "answerProposal"))
                .as("nobody's step is taken away yet")
                .containsExactly("beenthere", "carers", "lantern", "opendoor");
        assertThat(deferrals.running(review)).isEmpty();
        engine.submit("sian", review, "answerProposal", Forms.join());
        assertThat(engine.reached(review)).contains("endEvent_positionTaken").doesNotContain("endEvent_stopAsked");

        engine.submit("amina", review, "deferReview", Forms.deferReview(UNTIL));

        assertThat(engine.reached(review)).contains("endEvent_stopAsked", "callActivity_proposalDeferral");
        assertThat(walk.asked(review, "answerProposal")).isEmpty();
        assertThat(walk.withdrawn(review, "answerProposal")).containsExactly("beenthere", "carers", "lantern");
        assertThat(ledger.entries(review)).singleElement().returns(UNTIL, LedgerEntry::newOn);
        assertThat(walk.asked(review, "respondToDeferral"))
                .as("all but the one who asked")
                .containsExactly("beenthere", "carers", "lantern", "opendoor");
    }

    @Test
    void whereItIsTheLastAnswerTheReviewStopsAllTheSame() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        for (String person : List.of("sian", "ade", "joan", "zoe")) {
            engine.submit(person, review, "answerProposal", Forms.join());
        }
        engine.submit("amina", review, "answerProposal", Forms.putOff());
        assertThat(deferrals.running(review)).isEmpty();

        engine.submit("amina", review, "deferReview", Forms.deferReview(UNTIL));

        assertThat(deferrals.running(review)).isPresent();
        assertThat(ledger.entries(review))
                .as("the proposal is put off, not what would have followed")
                .singleElement()
                .returns(Stage.PROPOSAL, LedgerEntry::stage);
        walk.goOn(review);
        assertThat(walk.everybody(review, "answerProposal", Forms.join())).containsExactly("mhtrust");
        assertThat(reviews.review(review).stage()).isEqualTo(Stage.JOINT_SCOPING);
    }

    @Test
    void whoWasStillToSayWhyWhenAnotherPutItOffIsAskedForItsPositionAgain() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", review, "answerProposal", Forms.putOff());
        engine.submit("sian", review, "answerProposal", Forms.putOff());
        assertThat(walk.asked(review, "deferReview")).containsExactly("mhtrust", "opendoor");

        engine.submit("amina", review, "deferReview", Forms.deferReview(UNTIL));

        assertThat(walk.withdrawn(review, "deferReview")).containsExactly("opendoor");
        assertThat(deferrals.whoAsked(deferrals.running(review).orElseThrow().number()))
                .containsExactly("mhtrust");
        walk.goOn(review);
        assertThat(walk.asked(review, "answerProposal")).contains("mhtrust", "opendoor");
    }

    @Test
    void silenceAboutTheReasonPutsItOffToo() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", review, "answerProposal", Forms.putOff());
        walk.everybody(review, "answerProposal", Forms.join());

        engine.moveTo(review, "event_silenceReached");

        assertThat(deferrals.running(review)).isPresent();
        assertThat(deferrals.reasons(deferrals.running(review).orElseThrow().number()))
                .singleElement()
                .matches(request -> !request.reasonGiven());
    }
}
