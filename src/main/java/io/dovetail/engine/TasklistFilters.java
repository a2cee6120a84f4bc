package io.dovetail.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists a partner finds at their first sign-in. Without them Tasklist would be empty and say nothing. */
@Component
class TasklistFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final Access access;

    TasklistFilters(FilterService filters, TaskService tasks, Access access) {
        this.filters = filters;
        this.tasks = tasks;
        this.access = access;
    }

    void write() {
        write(
                1,
                "My organisation’s",
                "What my organisation has been asked, open to any of its members",
                open().or()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()
                        .endOr());
        write(2, "Mine", "What I have taken on myself", open().taskAssigneeExpression("${currentUser()}"));
        write(3, "Overdue", "What should have been answered by now", open().dueBeforeExpression("${now()}"));
        write(4, "All I may see", "Every open step that I may see", open());
    }

    private TaskQuery open() {
        return tasks.createTaskQuery().active();
    }

    private void write(int place, String name, String description, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description",
                description,
                "priority",
                place,
                "color",
                "#1d5b79",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", FormHandlers.ABOUT, "label", "About"))));
        filters.saveFilter(filter);
        access.everybodyReads(filter.getId());
    }
}
