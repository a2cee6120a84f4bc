package io.dovetail.engine;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sends a person's form again when something else moved the same process at that moment, such as a message that came in: nothing of
 * the first try is kept, and nobody is told to try again. Jobs have tries of their own.
 */
final class AnotherTry extends CommandInterceptor {

    private static final int TRIES = 5;

    @Override
    public <T> T execute(Command<T> command) {
        // Within a wider transaction only whoever began it can begin again.
        boolean sentByAPerson = (command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd)
                && !TransactionSynchronizationManager.isActualTransactionActive();
        int left = sentByAPerson ? TRIES : 1;
        while (true) {
            try {
                return next.execute(command);
            } catch (OptimisticLockingException conflict) {
                left--;
                if (left == 0) {
                    throw conflict;
                }
            }
        }
    }
}
