package io.dovetail.engine;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.CalendarSettings.Closure;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Mails;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A closure that is added later gives everybody the working days they were promised, and nothing falls on it. */
@Program
class OpenDeadlinesTest {

    @Autowired
    private OpenDeadlines deadlines;

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Mails mails;

    @BeforeEach
    void begin() {
        engine.clear();
        engine.clock().set(london("2026-11-24T10:00"));
        mails.forget();
    }

    @Test
    void whatIsAskedGetsTheWorkingDaysThatAClosureTakes() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2026-12-08T17:00"));

        // Monday 30 November and Tuesday 1 December; the first reminder would have come on the Monday.
        deadlines.move(closed("2026-11-30", "2026-12-01"));

        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2026-12-10T17:00"));
        assertThat(engine.due(review, "event_silenceReached")).isEqualTo(london("2026-12-17T17:00"));
        assertThat(engine.due(review, "event_reminderDue")).isEqualTo(london("2026-12-02T17:00"));
        Task task = engine.tasks("amina", review).get(0);
        assertThat(task.getDueDate()).isEqualTo(Date.from(london("2026-12-10T17:00")));
        assertThat(engine.engine().getTaskService().getVariable(task.getId(), "about"))
                .asString()
                .contains("due Thursday 10 December 2026");
    }

    @Test
    void nothingMovesForwardAndNothingMovesTwice() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        WorkingDays calendar = closed("2026-11-30", "2026-12-01");
        deadlines.move(calendar);
        deadlines.move(calendar);
        deadlines.move(closed("2027-05-05", "2027-05-05"));

        assertThat(engine.due(review, "event_answerOverdue")).isEqualTo(london("2026-12-10T17:00"));
    }

    @Test
    void theDayOnWhichADeferralEndsMovesOffAClosure() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        // Three working days: Friday 27 November.
        walk.putOff(review);
        assertThat(engine.due(review, "event_resumeDateReached")).isEqualTo(london("2026-11-27T17:00"));

        deadlines.move(closed("2026-11-27", "2026-11-27"));

        assertThat(engine.due(review, "event_resumeDateReached")).isEqualTo(london("2026-11-30T17:00"));
    }

    private WorkingDays closed(String from, String to) {
        return new WorkingDays(
                new CalendarSettings(
                        LocalTime.of(17, 0),
                        List.of(new Closure(null, LocalDate.parse(from), LocalDate.parse(to), "County Hall closed"))),
                engine.clock());
    }
}
