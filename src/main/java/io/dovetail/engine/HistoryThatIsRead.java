package io.dovetail.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Of the past, the engine keeps what somebody reads: which steps each process took, who did what by hand, what failed, and
 * how the tier of a deferral was decided. Everything else that matters is in the program's own tables.
 *
 * <p>Not kept: the values of process variables (they route, and go when the process has ended), every job that went well, who could
 * have done a step, all other decisions, and the processes that only carry something out, such as the sending of one mail: the outbox remembers
 * each of those. Without history they need no clearing up at their end either.
 */
final class HistoryThatIsRead extends AbstractHistoryLevel {

    /** What {@code camunda.bpm.history-level} names. */
    static final String NAME = "read";

    /** Processes that carry something out and are remembered in a table of ours. */
    private static final Set<String> NOT_KEPT = Set.of("send-mail");

    private static final String TIER = "deferral-tier";

    private static final Set<HistoryEventTypes> NEVER = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
            HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE,
            HistoryEventTypes.FORM_PROPERTY_UPDATE,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE);

    private static final Set<HistoryEventTypes> OF_AN_ELEMENT = Set.of(
            HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    /** Any number but those of the engine's own levels; it is kept in the database and must stay. */
    @Override
    public int getId() {
        return 70;
    }

    @Override
    public String getName() {
        return NAME;
    }

    /**
     * @param entity what the event is about; null where the engine only asks whether there is any such event
     */
    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object entity) {
        if (event instanceof HistoryEventTypes known && NEVER.contains(known)) {
            return false;
        }
        if (event == HistoryEventTypes.DMN_DECISION_EVALUATE && entity instanceof DecisionDefinition decision) {
            return TIER.equals(decision.getKey());
        }
        if (event instanceof HistoryEventTypes known
                && OF_AN_ELEMENT.contains(known)
                && entity instanceof ExecutionEntity execution
                && isToldOtherwise(execution.getActivity())) {
            return false;
        }
        String definition = definition(entity);
        return definition == null || !NOT_KEPT.contains(key(definition));
    }

    /**
     * Where a process began stands in its own row; and nobody is shown what has no name, as a join, or what only holds the steps
     * that several do at once.
     */
    private static boolean isToldOtherwise(@Nullable ActivityImpl element) {
        return element != null
                && (element.getProperty("name") == null
                        || element.equals(element.getProcessDefinition().getInitial()));
    }

    private static @Nullable String definition(@Nullable Object entity) {
        if (entity instanceof ExecutionEntity execution) {
            return execution.getProcessDefinitionId();
        }
        if (entity instanceof JobEntity job) {
            return job.getProcessDefinitionId();
        }
        if (entity instanceof IncidentEntity incident) {
            return incident.getProcessDefinitionId();
        }
        return entity instanceof TaskEntity task ? task.getProcessDefinitionId() : null;
    }

    /** The id begins with the key, as {@code send-mail:1:4711}. */
    private static String key(String definitionId) {
        int end = definitionId.indexOf(':');
        return end < 0 ? definitionId : definitionId.substring(0, end);
    }
}
