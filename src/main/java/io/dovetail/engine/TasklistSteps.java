package io.dovetail.engine;

import io.dovetail.request.OpenSteps;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Finds a request's task in Tasklist, also after it was made anew, which changes the task's own address. */
@Component
class TasklistSteps implements OpenSteps {

    private final TaskService tasks;

    TasklistSteps(TaskService tasks) {
        this.tasks = tasks;
    }

    @Override
    public Optional<String> address(long requestId) {
        return tasks.createTaskQuery().processVariableValueEquals("requestId", requestId).active().list().stream()
                .findFirst()
                .map(task -> "/camunda/app/tasklist/default/#/?task=" + task.getId());
    }
}
