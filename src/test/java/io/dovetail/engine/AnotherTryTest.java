package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Map;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a person sends is tried again where something else moved the process at that moment; nothing else is. */
class AnotherTryTest {

    private final Engine engine = new Engine();
    private final AnotherTry anotherTry = new AnotherTry();

    AnotherTryTest() {
        anotherTry.setNext(engine);
    }

    @AfterEach
    void noTransaction() {
        TransactionSynchronizationManager.setActualTransactionActive(false);
    }

    @Test
    void aFormIsSentAgainUntilNothingElseMoves() {
        engine.conflicts = 4;
        anotherTry.execute(form());
        assertThat(engine.tries).isEqualTo(5);
    }

    @Test
    void afterSomeTriesThePersonIsTold() {
        engine.conflicts = 5;
        assertThatThrownBy(() -> anotherTry.execute(form())).isInstanceOf(OptimisticLockingException.class);
        assertThat(engine.tries).isEqualTo(5);
    }

    @Test
    void theSecondClickOfADoubleClickFindsTheStepClaimed() {
        engine.conflicts = 1;
        engine.conflict = new ProcessEngineException(
                new PersistenceException(new SQLException("Unique index or primary key violation", "23505")));
        anotherTry.execute(new ClaimTaskCmd("1", "zoe"));
        assertThat(engine.tries).isEqualTo(2);
    }

    @Test
    void aFaultIsNotTriedAgain() {
        engine.conflicts = 1;
        engine.conflict = new ProcessEngineException("The form is faulty.");
        assertThatThrownBy(() -> anotherTry.execute(form())).isSameAs(engine.conflict);
        assertThat(engine.tries).isEqualTo(1);
    }

    @Test
    void whatNoPersonSendsIsTriedOnce() {
        engine.conflicts = 1;
        assertThatThrownBy(() -> anotherTry.execute(new CompleteTaskCmd("1", Map.of())))
                .isInstanceOf(OptimisticLockingException.class);
        assertThat(engine.tries).isEqualTo(1);
    }

    @Test
    void withinAWiderTransactionItIsLeftToWhoeverBeganThat() {
        engine.conflicts = 1;
        TransactionSynchronizationManager.setActualTransactionActive(true);
        assertThatThrownBy(() -> anotherTry.execute(form())).isInstanceOf(OptimisticLockingException.class);
        assertThat(engine.tries).isEqualTo(1);
    }

    private static SubmitTaskFormCmd form() {
        return new SubmitTaskFormCmd("1", Map.of(), false, false);
    }

    /** An engine in which something else moves so many times. */
    private static final class Engine extends CommandInterceptor {

        private int conflicts;
        private int tries;
        private ProcessEngineException conflict = new OptimisticLockingException("Something else moved.");

        @Override
        public <T> @Nullable T execute(Command<T> command) {
            tries++;
            if (tries <= conflicts) {
                throw conflict;
            }
            return null;
        }
    }
}
