package io.dovetail.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.review.Postgres;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Copies of reviews are whole reviews, whatever tables there are by now. */
@ProgramOnPostgres
class CopiesTest {

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @Autowired
    HikariDataSource program;

    @AfterEach
    void end() {
        engine.clear();
    }

    @Test
    void everyCopyHasAllThatItsPatternHasAndNamesNothingThatIsNotThere() {
        String putOff = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(putOff);
        String asked = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("amina", asked, "answerProposal", Forms.join());
        JdbcTemplate copy =
                new JdbcTemplate(new DriverManagerDataSource(Postgres.copyOf(program.getJdbcUrl()), Postgres.USER, ""));
        // The copying has cut its connections.
        program.getHikariPoolMXBean().softEvictConnections();
        long reviews = count(copy, "select count(*) from review");
        // What other tests have left without the rows it names.
        List<String> before = new Consistency(copy).astray();

        new Copies(copy)
                .make(
                        List.of(
                                new WalkedReviews.Pattern(putOff, false, 1),
                                new WalkedReviews.Pattern(asked, false, 1)),
                        12,
                        0);

        assertThat(new Consistency(copy).astray()).isEqualTo(before);
        assertThat(count(copy, "select count(*) from review")).isEqualTo(reviews + 10);
        for (String of : List.of(
                "ACT_RU_TASK t join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_ where e.BUSINESS_KEY_ = '%s'",
                "ACT_RU_VARIABLE v join ACT_RU_EXECUTION e on e.ID_ = v.PROC_INST_ID_ where e.BUSINESS_KEY_ = '%s'",
                "ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_ where e.BUSINESS_KEY_ = '%s'",
                "ACT_HI_PROCINST where BUSINESS_KEY_ = '%s'",
                "body_request where review_id = '%s'",
                "notice where review_id = '%s'",
                "deferral_event e join deferral d on d.id = e.deferral_id where d.review_id = '%s'")) {
            for (String pattern : List.of(putOff, asked)) {
                String made = copy.queryForObject(
                        "select max(as_reference) from copied where reference = ?", String.class, pattern);
                assertThat(count(copy, "select count(*) from " + of.formatted(made)))
                        .as("rows of " + of)
                        .isEqualTo(count(copy, "select count(*) from " + of.formatted(pattern)));
            }
        }
    }

    private static long count(JdbcTemplate database, String sql) {
        Long count = database.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
