package io.dovetail.engine;

import io.dovetail.request.LeftAlone;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens to everybody again what somebody took on, so that no step waits for a person who is away: with a word to them what they have left
 * alone, and at once what they are not asked any more.
 */
@Component
public class UnusedClaims {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedClaims.class);

    private final TaskService tasks;
    private final Access access;
    private final LeftAlone leftAlone;

    UnusedClaims(TaskService tasks, Access access, LeftAlone leftAlone) {
        this.tasks = tasks;
        this.access = access;
        this.leftAlone = leftAlone;
    }

    /** Frees what has been left alone long enough; harmless where nothing has. */
    @Transactional
    public void free() {
        for (Task task : tasks.createTaskQuery()
                .processDefinitionKey("body-request")
                .taskAssigned()
                .active()
                .list()) {
            Date touched = task.getLastUpdated() == null ? task.getCreateTime() : task.getLastUpdated();
            if (leftAlone.isLeftAlone(touched.toInstant())) {
                free(task);
            }
        }
    }

    private void free(Task task) {
        String person = giveBack(task);
        leftAlone.tellFree(((Number) tasks.getVariable(task.getId(), "requestId")).longValue(), person);
        LOG.info("{} of {} is free again.", task.getTaskDefinitionKey(), task.getTenantId());
    }

    /** Gives back all that somebody has taken on. */
    void giveBackAllOf(String personId) {
        tasks.createTaskQuery().taskAssignee(personId).list().forEach(this::giveBack);
    }

    /** Gives back what somebody has taken on and none of these groups is asked. */
    void giveBackUnlessAskedOf(Set<String> groups, String personId) {
        tasks.createTaskQuery().taskAssignee(personId).list().stream()
                .filter(task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .noneMatch(group -> group != null && groups.contains(group)))
                .forEach(this::giveBack);
    }

    /**
     * Gives one step back. The engine takes away who has taken it on, and leaves what it had granted them with that.
     *
     * @return who had taken it on
     */
    String giveBack(Task task) {
        String person = task.getAssignee();
        tasks.setAssignee(task.getId(), null);
        access.takeStepFrom(person, task.getId());
        return person;
    }
}
