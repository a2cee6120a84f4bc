package io.dovetail.journey;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.engine.KeepsEverything;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each night, whatever was kept for as long as is set is forgotten, and nothing before: the clock is moved by years. */
@Program
@KeepsEverything
@WholeProcess("forget")
class ForgettingTest {

    private static final String SUBJECT = "forgetting-test";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private Mails mails;

    @Autowired
    private JdbcClient tables;

    @BeforeEach
    void beginOnATuesday() {
        engine.clear();
        engine.clock().set(london("2026-11-24T10:00"));
        engine.engine().getManagementService().recalculateJobDuedate(night().getId(), false);
        mails.forget();
    }

    @AfterEach
    void goBack() {
        engine.clock().set(london("2026-11-24T10:00"));
        engine.engine().getManagementService().recalculateJobDuedate(night().getId(), false);
    }

    @Test
    void whatEndedIsForgottenWhenItsTimeIsOverAndNotADayBefore() {
        assertThat(night().getDuedate()).isEqualTo(london("2026-11-25T00:05"));
        String running = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(running, "answerProposal", Forms.join());
        String review = closedPublicly();
        tables.sql(
                        "insert into sign_on (issuer, subject, name, first_at, last_at) values ('https://id.example', ?, 'Zoë', ?, ?)")
                .params(
                        SUBJECT,
                        engine.clock().instant().atOffset(ZoneOffset.UTC),
                        engine.clock().instant().atOffset(ZoneOffset.UTC))
                .update();
        assertThat(mailsOf(review)).isPositive();
        assertThat(stepsOf(review)).isPositive();

        nightOf("2028-11-24");
        assertThat(mailsOf(review)).isPositive();
        assertThat(accounts()).isEqualTo(1);
        nightOf("2028-11-25");
        assertThat(mailsOf(review)).as("two years after it was sent").isZero();
        assertThat(accounts()).as("two years after they last came").isZero();

        nightOf("2036-11-20");
        assertThat(stepsOf(review)).isPositive();
        nightOf("2036-11-25");
        assertThat(stepsOf(review)).as("ten years after the process ended").isZero();
        assertThat(stepsOf(running)).as("what ended in a review that runs").isPositive();
        assertThat(rows("review", review)).isEqualTo(1);

        nightOf("2046-11-24");
        assertThat(rows("review", review)).isEqualTo(1);
        nightOf("2046-11-25");
        assertThat(rows("review", review)).as("twenty years after its end").isZero();
        assertThat(rows("review_reference", review)).as("never given again").isEqualTo(1);
        assertThat(rows("review", running)).isEqualTo(1);
    }

    /** Too few joined, and its convenor closed it. */
    private String closedPublicly() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "answerProposal", body -> "mhtrust".equals(body) ? Forms.cannotJoin() : Forms.join());
        walk.convenor(review, "settleProposal", Forms.settleProposal("closePublicly"));
        return review;
    }

    private void nightOf(String day) {
        engine.clock().set(london(day + "T00:05"));
        ManagementService jobs = engine.engine().getManagementService();
        jobs.executeJob(night().getId());
        HistoryService history = engine.engine().getHistoryService();
        List<Job> clearing = List.of(history.cleanUpHistoryAsync(true));
        clearing.forEach(job -> jobs.executeJob(job.getId()));
    }

    private Job night() {
        return engine.engine()
                .getManagementService()
                .createJobQuery()
                .processDefinitionKey("forget")
                .timers()
                .singleResult();
    }

    private long mailsOf(String review) {
        return tables.sql("select count(*) from notice where review_id = ?")
                .param(review)
                .query(Long.class)
                .single();
    }

    private long stepsOf(String review) {
        return tables.sql("""
                        select count(*) from ACT_HI_ACTINST a join ACT_HI_PROCINST p on p.ID_ = a.PROC_INST_ID_
                        where p.BUSINESS_KEY_ = ? and p.END_TIME_ is not null""").param(review).query(Long.class).single();
    }

    private long accounts() {
        return tables.sql("select count(*) from sign_on where subject = ?")
                .param(SUBJECT)
                .query(Long.class)
                .single();
    }

    private long rows(String table, String review) {
        return tables.sql("select count(*) from " + table + " where reference = ?")
                .param(review)
                .query(Long.class)
                .single();
    }
}
