package io.dovetail.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does again what a person asked for when something else moved the same process at that moment, such as a message that came in, or
 * the second click of a double click: nothing of the first try is kept, and nobody is told to try again. Jobs have tries of their
 * own.
 */
final class AnotherTry extends CommandInterceptor {

    private static final int TRIES = 5;

    @Override
    public <T> T execute(Command<T> command) {
        // Within a wider transaction only whoever began it can begin again.
        boolean sentByAPerson = (command instanceof SubmitTaskFormCmd
                        || command instanceof SubmitStartFormCmd
                        || command instanceof ClaimTaskCmd)
                && !TransactionSynchronizationManager.isActualTransactionActive();
        int left = sentByAPerson ? TRIES : 1;
        while (true) {
            try {
                return next.execute(command);
            } catch (ProcessEngineException conflict) {
                left--;
                if (left == 0 || !somethingElseMoved(conflict)) {
                    throw conflict;
                }
            }
        }
    }

    /** Two claims at once both grant the step to the same person; the second grant breaks a unique key instead of a revision. */
    private static boolean somethingElseMoved(ProcessEngineException conflict) {
        return conflict instanceof OptimisticLockingException
                || ExceptionUtil.checkConstraintViolationException(conflict);
    }
}
