package io.dovetail.engine;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.request.MovedRequest;
import io.dovetail.request.RequestDays;
import io.dovetail.request.StepCard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves what is open off days on which nobody works any more: a closure that was added to the configuration gives everybody the
 * working days they were promised, and no timer falls on it. Runs at every start, before any job does; deadlines only ever move
 * to later days, and each that moves is logged.
 */
@Component
class OpenDeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(OpenDeadlines.class);

    /** That a workshop is over says its booking; who books another day moves it. A body may end on any day. */
    private static final Set<String> NOT_A_DEADLINE = Set.of("event_workshopHeld", "startEvent_dayBegun");

    private final RequestDays requestDays;
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final WorkingDays workingDays;
    private final StepCard cards;

    OpenDeadlines(
            RequestDays requestDays,
            RuntimeService runtime,
            ManagementService jobs,
            TaskService tasks,
            WorkingDays workingDays,
            StepCard cards) {
        this.requestDays = requestDays;
        this.runtime = runtime;
        this.jobs = jobs;
        this.tasks = tasks;
        this.workingDays = workingDays;
        this.cards = cards;
    }

    /** Moves what is open in the calendar of this start. */
    void move() {
        move(workingDays);
    }

    /**
     * Moves what is open.
     *
     * @param calendar which days people work on
     */
    void move(WorkingDays calendar) {
        requestDays.recalculate(calendar).forEach(this::move);
        for (Job timer : jobs.createJobQuery().timers().active().list()) {
            Date due = timer.getDuedate();
            if (due != null && !NOT_A_DEADLINE.contains(activity(timer))) {
                Date moved = offClosedDay(due, calendar);
                if (!moved.equals(due)) {
                    jobs.setJobDuedate(timer.getId(), moved);
                    LOG.info("{} moves from {} to {}.", activity(timer), due.toInstant(), moved.toInstant());
                }
            }
        }
        for (Task task : tasks.createTaskQuery().dueAfter(new Date(0)).list()) {
            Date moved = offClosedDay(task.getDueDate(), calendar);
            if (!moved.equals(task.getDueDate())) {
                LOG.info(
                        "{} is due on {} instead of {}.",
                        task.getTaskDefinitionKey(),
                        moved.toInstant(),
                        task.getDueDate().toInstant());
                task.setDueDate(moved);
                tasks.saveTask(task);
            }
        }
    }

    private void move(MovedRequest moved) {
        List<ProcessInstance> asked = runtime.createProcessInstanceQuery()
                .processDefinitionKey("body-request")
                .variableValueEquals("requestId", moved.requestId())
                .list();
        for (ProcessInstance instance : asked) {
            set(instance, "event_answerOverdue", moved.answerDueAt());
            set(instance, "event_silenceReached", moved.silenceDueAt());
            for (Task task :
                    tasks.createTaskQuery().processInstanceId(instance.getId()).list()) {
                task.setDueDate(moved.answerDueAt());
                tasks.saveTask(task);
                tasks.setVariableLocal(
                        task.getId(), FormHandlers.ABOUT, cards.about(moved.reviewId(), moved.requestId()));
            }
        }
        LOG.info(
                "Review {}: request {} is due on {} now.",
                moved.reviewId(),
                moved.requestId(),
                moved.answerDueAt().toInstant());
    }

    /** The timer may have fired already: then there is nothing to move. */
    private void set(ProcessInstance instance, String event, Date due) {
        jobs.createJobQuery().processInstanceId(instance.getId()).activityId(event).timers().list().stream()
                .filter(timer -> due.after(timer.getDuedate()))
                .forEach(timer -> jobs.setJobDuedate(timer.getId(), due));
    }

    private String activity(Job timer) {
        return jobs.createJobDefinitionQuery()
                .jobDefinitionId(timer.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** The same hour of the next working day, if it falls on a day that is none. */
    private static Date offClosedDay(Date due, WorkingDays calendar) {
        ZonedDateTime then = Instant.ofEpochMilli(due.getTime()).atZone(WorkingDays.ZONE);
        LocalDate day = calendar.onOrAfter(then.toLocalDate());
        return Date.from(day.atTime(then.toLocalTime()).atZone(WorkingDays.ZONE).toInstant());
    }
}
