package io.dovetail.engine;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.request.Requests;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks those who convene or lead a review now for the steps that were open with those who did before. What a seat is asked keeps that seat's
 * tenant, so each such request is withdrawn where its model called for it, and called for once more.
 */
@Component
public class StepsHandedOver {

    private static final Logger LOG = LoggerFactory.getLogger(StepsHandedOver.class);
    private static final String BODY = "#multiInstanceBody";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Directory directory;
    private final Requests requests;
    private final Clock clock;

    StepsHandedOver(RuntimeService runtime, TaskService tasks, Directory directory, Requests requests, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.directory = directory;
        this.requests = requests;
        this.clock = clock;
    }

    /** Moves every open step of a review that others of their kind were asked for, and asks once more for what is late. */
    public void askAgain(String reviewId) {
        ask(reviewId);
        String now = requests.teamOf(reviewId);
        tasks.createTaskQuery()
                .processInstanceBusinessKey(reviewId)
                .tenantIdIn(now)
                .dueBefore(Date.from(clock.instant()))
                .list()
                .forEach(task -> move(task, now));
    }

    /** Moves every open step of a review that others of their kind were asked for. */
    public void ask(String reviewId) {
        String now = requests.teamOf(reviewId);
        Team.Role role = directory.team(now).orElseThrow().role();
        List<String> others = directory.teams().stream()
                .filter(team -> team.role() == role)
                .map(Team::id)
                .filter(team -> !team.equals(now))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        tasks.createTaskQuery()
                .processInstanceBusinessKey(reviewId)
                .tenantIdIn(others.toArray(String[]::new))
                .list()
                .forEach(task -> move(task, now));
    }

    private void move(Task task, String now) {
        String caller = superExecution(task);
        ProcessInstance parent = runtime.createProcessInstanceQuery()
                .subProcessInstanceId(task.getProcessInstanceId())
                .singleResult();
        ActivityInstance tree = runtime.getActivityInstance(parent.getId());
        ActivityInstance call = find(tree, caller)
                .orElseThrow(() -> new IllegalStateException("Nothing in " + parent.getId() + " has called for "
                        + task.getProcessInstanceId() + " any more."));
        ActivityInstance scope = parentOf(tree, call).orElse(tree);
        ProcessInstanceModificationBuilder change = runtime.createProcessInstanceModification(parent.getId());
        // The new one first: a scope that holds nothing else would end with the old one.
        if (scope.getActivityId().endsWith(BODY)) {
            change.startBeforeActivity(call.getActivityId(), scope.getId()).setVariableLocal("seatId", now);
        } else {
            change.startBeforeActivity(call.getActivityId(), scope.getId());
        }
        change.cancelActivityInstance(call.getId()).execute();
        LOG.info("{} of {} is asked of {} now.", call.getActivityId(), task.getTenantId(), now);
    }

    private String superExecution(Task task) {
        ExecutionEntity called = (ExecutionEntity) runtime.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return called.getSuperExecutionId();
    }

    private static Optional<ActivityInstance> find(ActivityInstance in, String executionId) {
        if (in.getChildActivityInstances().length == 0
                && Arrays.asList(in.getExecutionIds()).contains(executionId)) {
            return Optional.of(in);
        }
        return Arrays.stream(in.getChildActivityInstances())
                .flatMap(child -> find(child, executionId).stream())
                .findFirst();
    }

    private static Optional<ActivityInstance> parentOf(ActivityInstance in, ActivityInstance of) {
        if (Arrays.stream(in.getChildActivityInstances())
                .anyMatch(child -> child.getId().equals(of.getId()))) {
            return Optional.of(in);
        }
        return Arrays.stream(in.getChildActivityInstances())
                .flatMap(child -> parentOf(child, of).stream())
                .findFirst();
    }
}
