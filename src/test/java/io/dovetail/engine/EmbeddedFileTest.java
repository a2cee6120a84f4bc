package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same work leaves a file of less than half the size, and it stops growing. */
class EmbeddedFileTest {

    private static final int TABLES = 10;
    private static final int CHANGES = 1_000;

    @TempDir
    Path folder;

    @Test
    void whatIsNoLongerInUseIsUsedAgain() throws IOException {
        long left = bytesAfterWork("left", false);
        long tidied = bytesAfterWork("tidied", true);

        assertThat(tidied).as("of %,d bytes", left).isLessThan(left / 2);
    }

    /** Rows that change all the time, and one that is added between them: no part of the file becomes empty by itself. */
    private long bytesAfterWork(String name, boolean tidied) throws IOException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(url(name));
            pool.setUsername("sa");
            pool.setPassword("");
            Storage storage = new Storage(pool);
            JdbcClient tables = JdbcClient.create(pool);
            TransactionTemplate together = new TransactionTemplate(new DataSourceTransactionManager(pool));
            for (int table = 0; table < TABLES; table++) {
                tables.sql("create table step_%d (word varchar(8000))".formatted(table))
                        .update();
                tables.sql("insert into step_%d values ('')".formatted(table)).update();
            }
            tables.sql("create table added (word varchar(1000))").update();
            for (int change = 0; change < CHANGES; change++) {
                String word = Integer.toString(change % 10).repeat(6000);
                together.executeWithoutResult(transaction -> {
                    for (int table = 0; table < TABLES; table++) {
                        tables.sql("update step_%d set word = ?".formatted(table))
                                .param(word)
                                .update();
                    }
                    tables.sql("insert into added values (?)")
                            .param("-".repeat(1000))
                            .update();
                });
                if (tidied && change % 100 == 0) {
                    storage.tidy();
                }
            }
            storage.destroy();
            return Files.size(folder.resolve(name + ".mv.db"));
        }
    }

    /** As the program opens it, but nothing is kept for readers of before: the test does not wait for them. */
    private String url(String name) {
        YamlPropertiesFactoryBean settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("application.yaml"));
        return Objects.requireNonNull(
                        Objects.requireNonNull(settings.getObject()).getProperty("spring.datasource.url"))
                .replace("./data/dovetail", folder.resolve(name).toString())
                .replaceFirst("RETENTION_TIME=\\d+", "RETENTION_TIME=0");
    }
}
