package io.dovetail.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Whoever has taken a step on may give it back. The engine asks for the right to hand a step to anybody, which would also let them
 * add candidates; here the one command is let through for the one person, and {@link Actors#refuseToActForOthers} sees to it that
 * nobody else gets the step by it.
 */
final class GivingBack extends CommandInterceptor {

    private final ThreadLocal<Boolean> assigning = ThreadLocal.withInitial(() -> false);

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof AssignTaskCmd)) {
            return next.execute(command);
        }
        assigning.set(true);
        try {
            return next.execute(command);
        } finally {
            assigning.remove();
        }
    }

    /** The engine's own checks, but for this one. */
    AuthorizationCommandChecker checker() {
        return new AuthorizationCommandChecker() {
            @Override
            public void checkTaskAssign(TaskEntity task) {
                if (!(assigning.get() && isTheirs(task))) {
                    super.checkTaskAssign(task);
                }
            }
        };
    }

    private static boolean isTheirs(TaskEntity task) {
        Authentication person = Context.getCommandContext().getAuthentication();
        return person != null
                && task.getAssignee() != null
                && task.getAssignee().equals(person.getUserId());
    }
}
