package io.dovetail.overview;

import io.dovetail.record.Ahead;
import java.util.Arrays;
import java.util.Optional;

/** What happens by itself in a review when the day of a timer has come, in words. What is asked of teams is never answered by silence. */
enum Timer {
    REMINDER("event_reminderDue", "Those who have not answered “%s” are reminded."),
    OVERDUE("event_answerOverdue", "The time to answer “%s” is over, and the next in line is told."),
    SILENCE("event_silenceReached", "Those who have not answered “%s”" + Ahead.SILENT),
    RESUME("event_resumeDateReached", Ahead.GOES_ON),
    RELEASE("event_countyWaitExpired", "The review waits no longer for the other one."),
    HALF_TIME(
            "event_midpointReached",
            "Half of the wait is over, and those who put it off are asked whether the day holds."),
    RESTART("event_restartOverdue", Ahead.NOT_RESTARTED),
    CHOICE(
            "event_choiceOverdue",
            Ahead.NOT_CHOSEN
                    + "it starts with those who are there, or is handed to other convenors of the partnership."),
    WORKSHOP("event_workshopHeld", "The workshop is over, and its record is asked for."),
    FOLLOW_UP("event_followUpReached", Ahead.FOLLOW_UP),
    OWN_REVIEW("event_ownReviewEnds", "An organisation’s own review ends, and its findings are asked for.");

    private final String event;
    private final String sentence;

    Timer(String event, String sentence) {
        this.event = event;
        this.sentence = sentence;
    }

    /** The timer with this id in a model; none where its review has nothing of it. */
    static Optional<Timer> of(String event) {
        return Arrays.stream(values())
                .filter(timer -> timer.event.equals(event))
                .findFirst();
    }

    /**
     * What happens.
     *
     * @param ask what has been asked, as the task is called; not looked at where the timer is of no request
     */
    String sentence(String ask, boolean askedOfATeam) {
        String said = this == SILENCE && askedOfATeam
                ? "If “%s” has not been answered by then, the " + Ahead.STANDS_STILL
                : sentence;
        return said.formatted(ask);
    }
}
