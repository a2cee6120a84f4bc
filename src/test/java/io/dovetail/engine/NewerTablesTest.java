package io.dovetail.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version does not start on the tables of a newer one. */
class NewerTablesTest {

    private final ApplicationContextRunner program = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class))
            .withPropertyValues("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @Test
    void tablesOfANewerVersionAreRefusedInASentence() {
        program.run(first -> JdbcClient.create(first.getBean(DataSource.class))
                .sql(
                        "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                + " \"script\", \"checksum\", \"installed_by\", \"execution_time\", \"success\")"
                                + " values (9999, '9999', 'of a later year', 'SQL', 'V9999__of_a_later_year.sql', 1, 'dovetail', 1,"
                                + " true)")
                .update());

        program.run(second -> assertThat(requireNonNull(
                                new DatabaseFailureAnalyzer().analyze(requireNonNull(second.getStartupFailure())))
                        .getDescription())
                .startsWith("The database was written by a newer Dovetail"));
    }

    @Test
    void itsOwnTablesAreTakenAgainAndAgain() {
        program.run(first -> assertThat(first).hasNotFailed());
        program.run(second -> assertThat(second).hasNotFailed());
    }

    @Test
    void tablesThatSomebodyChangedAreRefusedInASentence() {
        program.run(first -> JdbcClient.create(first.getBean(DataSource.class))
                .sql("update \"flyway_schema_history\" set \"checksum\" = 1 where \"version\" = '030'")
                .update());

        program.run(second -> assertThat(requireNonNull(
                                new DatabaseFailureAnalyzer().analyze(requireNonNull(second.getStartupFailure())))
                        .getDescription())
                .startsWith("The tables are not those"));
    }
}
