package io.dovetail.engine;

import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import io.dovetail.request.StepCard;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.form.handler.DefaultStartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.PrimitiveValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts our own handling behind every form of every model: what is submitted becomes the form's record, set with its actor as
 * {@value #ANSWER} and {@value #ACTOR}. Both are transient: the next step hands them to a feature in the same transaction, and
 * nothing that was typed stays behind as a process variable. What a form shows is fetched when it is opened: a model names it as
 * the task's input {@value #SHOWN}, and it is asked for then, so that nobody reads what was so when the step arose.
 */
@Component
class FormHandlers extends AbstractBpmnParseListener {

    static final String ANSWER = "answer";
    static final String ACTOR = "actor";
    static final String ABOUT = "about";
    static final String SHOWN = "shown";

    private final FormBinding binding;
    private final Actors actors;
    private final ObjectProvider<StepCard> cards;

    // The engine is built with this; features are only there later.
    FormHandlers(FormBinding binding, Actors actors, ObjectProvider<StepCard> cards) {
        this.binding = binding;
        this.actors = actors;
        this.cards = cards;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        // Its inputs are parsed only after this.
        task.setTaskFormHandler(new BindingTaskForm(task, new ShownInput(activity)));
        // First of all listeners: nothing may see a task completed whose form was not.
        task.addBuiltInTaskListener(
                TaskListener.EVENTNAME_COMPLETE, completed -> refuseUnlessSubmitted(task, completed));
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, actors::refuseToActForOthers);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::sayWhatItIsAbout);
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        takeShownFromInputs(process);
        if (process.getHasStartFormKey() || hasCamundaForm(process)) {
            StartFormHandler handler = new BindingStartForm(process);
            process.setStartFormHandler(handler);
        }
    }

    private static void takeShownFromInputs(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior task
                    && task.getTaskDefinition().getTaskFormHandler() instanceof BindingTaskForm form) {
                form.shown.takeFromInputs();
            }
            takeShownFromInputs(activity);
        }
    }

    private static boolean hasCamundaForm(ProcessDefinitionEntity process) {
        return process.getStartFormDefinition() != null
                && process.getStartFormDefinition().getCamundaFormDefinitionKey() != null;
    }

    private static String formId(TaskDefinition task, VariableScope scope) {
        return String.valueOf(
                task.getFormDefinition().getCamundaFormDefinitionKey().getValue(scope));
    }

    private void keep(String formId, VariableMap submitted, VariableScope scope, Actor actor) {
        Record answer = binding.bind(formId, field -> plain(submitted.getValueTyped(field)));
        scope.setVariable(ANSWER, Variables.untypedValue(answer, true));
        scope.setVariable(ACTOR, Variables.untypedValue(actor, true));
    }

    /**
     * Lists come wrapped by the engine, and a date that was left empty as a value without one. A Java object or a file is refused unread,
     * whatever it claims to be: it is handed on as it came, and {@link FormBinding} knows no such kind.
     */
    private static @Nullable Object plain(@Nullable TypedValue sent) {
        if (sent instanceof JsonValue list) {
            String text = list.getValueSerialized();
            return text == null ? null : new FormBinding.Json(text);
        }
        if (sent == null || ValueType.NULL.equals(sent.getType())) {
            return null;
        }
        if (!(sent instanceof PrimitiveValue<?> || sent.getType() == null)) {
            return sent;
        }
        return sent.getValue() instanceof SpinJsonNode node ? new FormBinding.Json(node.toString()) : sent.getValue();
    }

    /** For the card in the task list, with each step: a postponement makes them again, and who does a step may read no more than it. */
    private void sayWhatItIsAbout(DelegateTask task) {
        if (task.getVariable("reviewId") instanceof String reviewId) {
            Long request = task.getVariable("requestId") instanceof Long number ? number : null;
            task.setVariableLocal(ABOUT, cards.getObject().about(reviewId, request));
        }
    }

    private void refuseUnlessSubmitted(TaskDefinition definition, DelegateTask task) {
        if (!binding.isBound(formId(definition, task), task.getVariable(ANSWER))) {
            throw new Refused("This step can only be finished by filling in its form.");
        }
    }

    /** Takes the input {@value #SHOWN} from the task, before any task is created by it, and keeps how it is asked for. */
    private static final class ShownInput {

        private final ActivityImpl activity;
        private @Nullable ParameterValueProvider source;

        ShownInput(ActivityImpl activity) {
            this.activity = activity;
        }

        void takeFromInputs() {
            IoMapping mapping = activity.getIoMapping();
            if (mapping != null) {
                mapping.getInputParameters().removeIf(input -> {
                    boolean shown = SHOWN.equals(input.getName());
                    source = shown ? input.getValueProvider() : source;
                    return shown;
                });
            }
        }

        /**
         * Transient: it is read with the form and kept nowhere. Who opens a form asks the engine three times about it (which form it
         * is, how it is laid out, what it shows); only the last of these has a use for it.
         */
        void putBefore(TaskEntity task) {
            if (source != null
                    && task.getExecution() != null
                    && Context.getCommandInvocationContext().getCommand() instanceof GetTaskFormVariablesCmd) {
                task.setVariableLocal(SHOWN, Variables.untypedValue(source.getValue(task.getExecution()), true));
            }
        }
    }

    private final class BindingTaskForm extends DefaultTaskFormHandler implements TaskFormHandler {

        private final TaskDefinition definition;
        private final ShownInput shown;

        BindingTaskForm(TaskDefinition definition, ShownInput shown) {
            this.definition = definition;
            this.shown = shown;
        }

        @Override
        public TaskFormData createTaskForm(TaskEntity task) {
            shown.putBefore(task);
            return super.createTaskForm(task);
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            DelegateTask task = (DelegateTask) scope;
            keep(formId(definition, scope), submitted, scope, actors.answering(task));
        }
    }

    private final class BindingStartForm extends DefaultStartFormHandler {

        private final String formId;

        BindingStartForm(ProcessDefinitionEntity process) {
            this.formId = process.getStartFormDefinition()
                    .getCamundaFormDefinitionKey()
                    .getExpressionText();
        }

        @Override
        public void submitFormVariables(VariableMap submitted, VariableScope scope) {
            keep(formId, submitted, scope, actors.proposing());
        }
    }
}
