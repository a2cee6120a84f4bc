package io.dovetail.engine;

import io.dovetail.request.LeftAlone;
import java.util.Date;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens to everybody again what somebody took on and left alone, with a word to them, so that no step waits for a person who is away. */
@Component
public class UnusedClaims {

    private static final Logger LOG = LoggerFactory.getLogger(UnusedClaims.class);

    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final LeftAlone leftAlone;

    UnusedClaims(TaskService tasks, AuthorizationService authorizations, LeftAlone leftAlone) {
        this.tasks = tasks;
        this.authorizations = authorizations;
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
        String person = task.getAssignee();
        tasks.setAssignee(task.getId(), null);
        authorizations
                .createAuthorizationQuery()
                .resourceType(Resources.TASK)
                .resourceId(task.getId())
                .userIdIn(person)
                .list()
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        leftAlone.tellFree(((Number) tasks.getVariable(task.getId(), "requestId")).longValue(), person);
        LOG.info("{} of {} is free again.", task.getTaskDefinitionKey(), task.getTenantId());
    }
}
