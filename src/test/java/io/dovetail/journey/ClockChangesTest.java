package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.deferral.DeferralReason;
import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.StoodStill;
import io.dovetail.review.Stage;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The moments for which a postponement, its escalation and a step that nobody does wait, where the clocks change meanwhile: on 29 March
 * 2026, with Good Friday on 3 April, Easter Monday on the 6th and a bank holiday on 4 May behind it, and on 25 October 2026. Each is
 * given as it is in Greenwich, so that an hour too many or too few is seen.
 */
@Program
class ClockChangesTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Engine engine;

    @Autowired
    private Ledger ledger;

    @BeforeEach
    @AfterEach
    void nothingRuns() {
        engine.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-23T10:00, 2026-04-09, 2026-03-30T16:00:00Z, 2026-04-09T16:00:00Z, 11",
        "2026-10-19T10:00, 2026-11-02, 2026-10-26T17:00:00Z, 2026-11-02T17:00:00Z, 10"
    })
    void halfOfTheWaitAndItsDay(String asked, LocalDate until, Instant midpoint, Instant resumed, int daysLost) {
        String review = putOff(asked, DeferralReason.CAPACITY, until);

        assertThat(engine.due(review, "event_midpointReached")).isEqualTo(midpoint);
        assertThat(engine.due(review, "event_resumeDateReached")).isEqualTo(resumed);
        engine.moveTo(review, "event_resumeDateReached");
        assertThat(walk.asked(review, "restartReview")).isNotEmpty();
        assertThat(ledger.daysLost(review)).isEqualTo(daysLost);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-23T10:00, 2026-05-20, 2026-05-07T16:00:00Z",
        "2026-10-19T10:00, 2026-12-11, 2026-11-30T17:00:00Z"
    })
    void theWaitForAnotherReview(String asked, LocalDate until, Instant released) {
        String review = putOff(asked, DeferralReason.OTHER_REVIEW, until);

        assertThat(engine.due(review, "event_countyWaitExpired")).isEqualTo(released);
        engine.moveTo(review, "event_countyWaitExpired");
        walk.convenor(review, "restartReview", Forms.restartReview());
        assertThat(ledger.daysLost(review)).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-23T10:00, 2026-03-26T17:00:00Z, 2026-04-02T16:00:00Z,"
                + "2026-04-02T16:00:00Z, 2026-04-13T16:00:00Z, 2026-04-20T16:00:00Z, 2026-04-27T16:00:00Z, 2026-05-12T16:00:00Z",
        "2026-10-19T10:00, 2026-10-22T16:00:00Z, 2026-10-29T17:00:00Z,"
                + "2026-10-29T17:00:00Z, 2026-11-05T17:00:00Z, 2026-11-12T17:00:00Z, 2026-11-19T17:00:00Z, 2026-12-03T17:00:00Z"
    })
    void eachTierOfARestartThatNobodyMakesAndTheChoice(
            String asked,
            Instant resumed,
            Instant restartDue,
            Instant second,
            Instant third,
            Instant fourth,
            Instant last,
            Instant choice) {
        engine.clock().set(london(asked));
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review);
        walk.everybody(review, "respondToDeferral", Forms.consent());
        assertThat(engine.due(review, "event_resumeDateReached")).isEqualTo(resumed);
        engine.moveTo(review, "event_resumeDateReached");
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(restartDue);

        for (Instant tier : new Instant[] {second, third, fourth, last}) {
            assertThat(engine.due(review, "event_restartOverdue")).isEqualTo(tier);
            engine.moveTo(review, "event_restartOverdue");
        }

        assertThat(engine.due(review, "event_choiceOverdue")).isEqualTo(choice);
        engine.moveTo(review, "event_choiceOverdue");
        assertThat(engine.reached(review)).contains("endEvent_startedWithPresent");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T10:00, 2026-03-20T17:00:00Z, 2026-03-26T17:00:00Z, 2026-04-01T16:00:00Z, 2026-03-30T16:00:00Z,"
                + "2026-04-08T16:00:00Z, 2026-04-15T16:00:00Z",
        "2026-10-12T10:00, 2026-10-16T16:00:00Z, 2026-10-22T16:00:00Z, 2026-10-28T17:00:00Z, 2026-10-26T17:00:00Z,"
                + "2026-11-02T17:00:00Z, 2026-11-09T17:00:00Z"
    })
    void theRemindersOfAConvenorsStepAndTheDaysThatItStandsStill(
            String asked,
            Instant reminder,
            Instant secondReminder,
            Instant thirdReminder,
            Instant due,
            Instant stoodStill,
            Instant stoodStillAgain) {
        engine.clock().set(london(asked));
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.pass(review, Stage.PROPOSAL);
        assertThat(walk.asked(review, "proposeDates")).isNotEmpty();

        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(due);
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(stoodStill);
        for (Instant next : new Instant[] {reminder, secondReminder, thirdReminder}) {
            assertThat(engine.due(review, "event_reminderDue")).isEqualTo(next);
            engine.moveTo(review, "event_reminderDue");
        }
        engine.moveTo(review, "event_silenceReached");
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(stoodStillAgain);
        engine.moveTo(review, "event_silenceReached");
        assertThat(ledger.stoodStill(review)).extracting(StoodStill::days).containsExactly(5, 5);
    }

    private String putOff(String asked, DeferralReason why, LocalDate until) {
        engine.clock().set(london(asked));
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(review, why, until, false);
        return review;
    }
}
