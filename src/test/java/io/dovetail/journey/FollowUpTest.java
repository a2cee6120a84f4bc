package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dovetail.followup.FollowUps;
import io.dovetail.followup.ProgressReport;
import io.dovetail.review.Stage;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Program
@WholeProcess("follow-up")
class FollowUpTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private FollowUps followUps;

    @Test
    void ownersReportUntilWhatTheyPromisedIsDoneOrWithdrawn() {
        String review = walk.reviewAt(Stage.ACTION_PLAN, Walk.ONE_OF_EACH_VOICE);
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "mhtrust", true));
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "lantern", true));
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "opendoor", true));
        walk.convenor(review, "addRecommendation", walk.recommendation(review, "carers", false));
        Map<String, Object> refusal = Forms.answerRecommendation()
                .with("answer", "refuse")
                .with("text", "We have no room that is open at night.");
        walk.everybody(
                review,
                "answerRecommendation",
                body -> "opendoor".equals(body) ? refusal : Forms.answerRecommendation());
        walk.goOnTo(review, Stage.PUBLICATION);
        // Six months after Monday 28 June 2027 the day is the holiday for Boxing Day, so that it falls on the 29th.
        engine.clock().set(london("2027-06-28T10:00"));
        walk.publish(review);

        assertThat(engine.due(review, "event_followUpReached")).isEqualTo(london("2027-12-29T17:00"));
        engine.moveTo(review, "event_followUpReached");
        assertThat(walk.asked(review, "reportProgress"))
                .as("nobody is asked about what they refused")
                .containsExactly("carers", "lantern", "mhtrust");
        engine.submit("zoe", review, "reportProgress", Forms.done());
        engine.submit("amina", review, "reportProgress", Forms.late(LocalDate.parse("2027-12-29")));
        // From the next working day on, Thursday 30 December: 31, 4 to 7, 10 to 14 January, then five more.
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2028-01-14T17:00"));
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2028-01-21T17:00"));
        engine.moveTo(review, "event_silenceReached");

        assertThat(engine.due(review, "event_followUpReached")).isEqualTo(london("2028-06-28T17:00"));
        engine.moveTo(review, "event_followUpReached");
        assertThat(walk.asked(review, "reportProgress"))
                .as("silence is no way out, and what is done is done")
                .containsExactly("carers", "mhtrust");
        engine.submit(
                "joan",
                review,
                "reportProgress",
                new Forms.Filled()
                        .with("progress", "withdrawn")
                        .with("why", "Our house is closing at the end of the year."));
        engine.submit("amina", review, "reportProgress", Forms.done());

        assertThat(followUps.reports(review))
                .extracting(ProgressReport::silent, ProgressReport::progressLabel)
                .containsExactly(
                        tuple(false, "done"),
                        tuple(false, "late, with a new date"),
                        tuple(true, "no answer"),
                        tuple(false, "withdrawn"),
                        tuple(false, "done"));
        assertThat(engine.reached(review)).contains("endEvent_progressReported", "endEvent_published");
    }

    @Test
    void whereEverythingIsDoneNobodyIsAskedAgain() {
        String review = walk.reviewAt(Stage.PUBLICATION, Walk.ONE_OF_EACH_VOICE);
        walk.publish(review);
        engine.moveTo(review, "event_followUpReached");
        walk.everybody(review, "reportProgress", Forms.done());

        engine.moveTo(review, "event_followUpReached");

        assertThat(walk.asked(review, "reportProgress")).isEmpty();
        assertThat(engine.reached(review)).contains("endEvent_published");
    }
}
