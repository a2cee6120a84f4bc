package io.dovetail.engine;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.request.OpenSteps;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/**
 * Finds steps in Tasklist, a request's also after it was made again, which changes the task's own address; and says to whoever was still
 * typing in one that has closed why it has, and when.
 */
@Component
class TasklistSteps implements OpenSteps {

    private static final String BY_HAND = "completed";
    private static final String KEPT = "What you typed is kept in this form.";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "HH:mm 'on' EEEE d MMMM yyyy", Locale.UK)
            .withZone(WorkingDays.ZONE);

    /** What is stopped in one transaction bears moments that differ by little. */
    private static final Duration APART = Duration.ofSeconds(10);

    private final TaskService tasks;
    private final HistoryService history;

    TasklistSteps(TaskService tasks, HistoryService history) {
        this.tasks = tasks;
        this.history = history;
    }

    @Override
    public Optional<String> address(long requestId) {
        return tasks.createTaskQuery().processVariableValueEquals("requestId", requestId).active().list().stream()
                .findFirst()
                .map(TasklistSteps::addressOf);
    }

    @Override
    public Optional<OpenStep> after(String sent, String personId, Collection<String> groups) {
        return sent(sent)
                .flatMap(last -> Stream.of(inTheSameProcess(last), since(last))
                        .flatMap(open -> ofPerson(open, personId, groups))
                        .findFirst())
                .map(task -> new OpenStep(task.getName(), addressOf(task)));
    }

    private TaskQuery inTheSameProcess(SentForm last) {
        return tasks.createTaskQuery().processInstanceId(last.process().getId());
    }

    /** What is asked about a review has the review's business key; what has none leads on only within itself. */
    private TaskQuery since(SentForm last) {
        String key = last.process().getBusinessKey();
        return key == null
                ? inTheSameProcess(last)
                : tasks.createTaskQuery().processInstanceBusinessKey(key).taskCreatedAfter(last.at());
    }

    private static Stream<Task> ofPerson(TaskQuery open, String personId, Collection<String> groups) {
        TaskQuery theirs = open.active().or().taskAssignee(personId);
        if (!groups.isEmpty()) {
            theirs.taskCandidateGroupIn(List.copyOf(groups));
        }
        return theirs.endOr().orderByTaskCreateTime().asc().list().stream();
    }

    private Optional<SentForm> sent(String id) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).finished().singleResult();
        return task == null
                ? instance(id).map(started -> new SentForm(started, started.getStartTime()))
                : instance(task.getProcessInstanceId()).map(process -> new SentForm(process, task.getEndTime()));
    }

    private Optional<HistoricProcessInstance> instance(String id) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult());
    }

    /** Why a step is not open any more. */
    String whyClosed(String taskId) {
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

    private static String addressOf(Task task) {
        return "/camunda/app/tasklist/default/#/?task=" + task.getId();
    }

    /** What was sent, and when. */
    private record SentForm(HistoricProcessInstance process, Date at) {}
}
