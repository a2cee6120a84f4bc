package io.dovetail.engine;

import io.dovetail.form.Refused;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets a refusal reach the person as the one sentence it is. The engine would wrap it in words of its own; its web interface
 * hands on only this kind of exception as it is.
 */
@Component
class PlainRefusals extends AbstractProcessEnginePlugin {

    /** Two members of a body may have the same form open, or a review may be put off meanwhile: the engine finds no task then. */
    private static final Pattern GONE = Pattern.compile("^Cannot find task with id ([^:\\s]+)");

    private final ObjectProvider<TasklistSteps> steps;

    // The engine is built with this; what finds steps is only there later.
    PlainRefusals(ObjectProvider<TasklistSteps> steps) {
        this.steps = steps;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> interceptors = new ArrayList<>(
                Objects.requireNonNullElse(engine.getCustomPreCommandInterceptorsTxRequired(), List.of()));
        interceptors.add(0, new Unwrap(engine));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    private final class Unwrap extends CommandInterceptor {

        private final ProcessEngineConfigurationImpl engine;

        Unwrap(ProcessEngineConfigurationImpl engine) {
            this.engine = engine;
        }

        @Override
        public <T> T execute(Command<T> command) {
            boolean outermost = Context.getCommandContext() == null;
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                Refused refused = refusal(e);
                if (refused == null && outermost && isAskedByAPerson()) {
                    refused = inOneSentence(command, e);
                }
                if (refused == null && command instanceof SubmitTaskFormCmd && e instanceof NullValueException) {
                    Matcher gone = GONE.matcher(String.valueOf(e.getMessage()));
                    if (gone.find()) {
                        refused = new Refused(whyClosed(gone.group(1)));
                    }
                }
                if (refused == null && isOthers(e)) {
                    throw new AuthorizationException("This belongs to another organisation.");
                }
                if (refused == null) {
                    // The engine's web interface writes it to the log as text.
                    throw outermost ? withoutTexts(e) : e;
                }
                throw new Refusal(refused);
            }
        }

        private boolean isAskedByAPerson() {
            return engine.getIdentityService().getCurrentAuthentication() != null;
        }

        /** What the engine would call a fault of its own, with all its classes in the log. Only for a claim it has a kind of exception. */
        private static @Nullable Refused inOneSentence(Command<?> command, RuntimeException e) {
            String said = String.valueOf(e.getMessage());
            if (e instanceof TaskAlreadyClaimedException) {
                return new Refused("Somebody has taken this step on already.");
            }
            if (command instanceof ClaimTaskCmd && GONE.matcher(said).find()) {
                return new Refused("This step is not open any more.");
            }
            return command instanceof SaveUserCmd && said.startsWith("Password does not match policy")
                    ? new Refused("This password is too easily guessed; please choose another one.")
                    : null;
        }

        /** Whoever was typing may not read the history of the step themselves; this sentence of it is for them. */
        private String whyClosed(String taskId) {
            return engine.getCommandExecutorTxRequired()
                    .execute(context -> context.runWithoutAuthorization(
                            () -> steps.getObject().whyClosed(taskId)));
        }
    }

    /** A fault for whoever called the engine, and for what it keeps of a failed job, without what somebody typed. */
    static RuntimeException withoutTexts(RuntimeException fault) {
        if (!FaultWithoutTexts.isOfDatabase(fault)) {
            return fault;
        }
        Throwable cause = fault.getCause();
        ProcessEngineException told = new ProcessEngineException(
                FaultWithoutTexts.code(fault), cause == null ? null : FaultWithoutTexts.of(cause));
        told.setStackTrace(fault.getStackTrace());
        return told;
    }

    /** The engine has no kind of exception for it. */
    private static boolean isOthers(RuntimeException e) {
        return e instanceof ProcessEngineException
                && String.valueOf(e.getMessage()).contains("belongs to no authenticated tenant");
    }

    private static @Nullable Refused refusal(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return null;
    }

    /** A refusal on its way to a browser: status 400, and the sentence as it is. */
    static final class Refusal extends WebApplicationException {

        private static final long serialVersionUID = 1L;

        Refusal(Refused refused) {
            super(refused.getMessage(), refused, Response.Status.BAD_REQUEST);
        }
    }
}
