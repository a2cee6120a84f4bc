package io.dovetail.engine;

import io.dovetail.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;

/** Says to whoever was still typing in a step that has closed why it has, and when. */
final class ClosedStep {

    private static final String BY_HAND = "completed";
    private static final String KEPT = "What you typed is kept in this form.";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "HH:mm 'on' EEEE d MMMM yyyy", Locale.UK)
            .withZone(WorkingDays.ZONE);

    /** What is stopped in one transaction bears moments that differ by little. */
    private static final Duration APART = Duration.ofSeconds(10);

    private final HistoryService history;

    ClosedStep(HistoryService history) {
        this.history = history;
    }

    String sentence(String taskId) {
        HistoricTaskInstance task = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult();
        if (task == null) {
            return "This step is not open any more. " + KEPT;
        }
        String at = MOMENT.format(task.getEndTime().toInstant());
        if (BY_HAND.equals(task.getDeleteReason())) {
            return "This was answered at " + at + ". " + KEPT;
        }
        if (reached(task.getProcessInstanceId(), "endEvent_silent")) {
            return "The time for this step passed at " + at + ". " + KEPT;
        }
        return (wasPutOff(task) ? "It was put off at " : "It was withdrawn at ") + at + ". " + KEPT;
    }

    private boolean reached(String processInstanceId, String element) {
        return history.createHistoricActivityInstanceQuery()
                        .processInstanceId(processInstanceId)
                        .activityId(element)
                        .count()
                > 0;
    }

    /** Whether a stage of the review was stopped in the moment in which the step was. */
    private boolean wasPutOff(HistoricTaskInstance task) {
        Instant ended = task.getEndTime().toInstant();
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(task.getRootProcessInstanceId())
                .activityType("boundaryMessage")
                .startedAfter(Date.from(ended.minus(APART)))
                .startedBefore(Date.from(ended.plus(APART)))
                .list()
                .stream()
                .anyMatch(event -> event.getActivityId().endsWith("Deferred"));
    }
}
