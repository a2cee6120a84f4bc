package io.dovetail.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class OncePerTransactionTest {

    private final OncePerTransaction<String, String> rows = new OncePerTransaction<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final EmbeddedDatabase database = new EmbeddedDatabaseBuilder()
            .setType(EmbeddedDatabaseType.H2)
            .generateUniqueName(true)
            .build();
    private final DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final TransactionTemplate another = new TransactionTemplate(
            transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));

    @AfterEach
    void shutdown() {
        database.shutdown();
    }

    private Optional<String> read() {
        return rows.get("one", () -> Optional.of("read " + reads.incrementAndGet()));
    }

    @Test
    void aRowIsReadOnceInATransactionAndAgainInTheNext() {
        transaction.executeWithoutResult(status -> {
            assertThat(read()).contains("read 1");
            assertThat(read()).contains("read 1");
        });
        transaction.executeWithoutResult(status -> assertThat(read()).contains("read 2"));
    }

    @Test
    void whatWasWrittenIsWhatIsReadUntilItIsUndone() {
        transaction.executeWithoutResult(status -> {
            read();
            rows.put("one", "written");
            assertThat(read()).contains("written");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(read()).contains("read 2"));
    }

    @Test
    void aTransactionInBetweenKnowsNothingOfTheOther() {
        transaction.executeWithoutResult(status -> {
            rows.put("one", "written");
            another.executeWithoutResult(inner -> assertThat(read()).contains("read 1"));
            assertThat(read()).contains("written");
        });
    }

    @Test
    void whatIsNotThereIsLookedForAgain() {
        transaction.executeWithoutResult(status -> {
            assertThat(rows.get("one", Optional::empty)).isEmpty();
            assertThat(read()).contains("read 1");
        });
    }

    @Test
    void withoutATransactionNothingIsKept() {
        assertThat(read()).contains("read 1");
        assertThat(read()).contains("read 2");
    }
}
