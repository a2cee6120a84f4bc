package io.dovetail.engine;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shorter time than the models have is kept, too; and what ended in a review that runs stays with it. */
@Program
class OldHistoryTest {

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private OldHistory history;

    @Autowired
    private JdbcClient tables;

    @BeforeEach
    @AfterEach
    void beginOnATuesday() {
        engine.clear();
        engine.clock().set(london("2026-11-24T10:00"));
    }

    @Test
    void historyGoesSoonerThanTheModelsSayWhereThatIsSet() {
        String running = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(running, "answerProposal", Forms.join());
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        walk.everybody(review, "answerProposal", body -> "mhtrust".equals(body) ? Forms.cannotJoin() : Forms.join());
        walk.convenor(review, "settleProposal", Forms.settleProposal("closePublicly"));
        engine.clock().set(london("2026-12-24T10:00"));

        history.forget(london("2026-11-24T09:59"));
        clear();
        assertThat(steps(review)).isPositive();

        history.forget(london("2026-11-24T10:01"));
        clear();
        assertThat(steps(review)).isZero();
        assertThat(steps(running)).isPositive();
    }

    private void clear() {
        ManagementService jobs = engine.engine().getManagementService();
        HistoryService clearing = engine.engine().getHistoryService();
        engine.clock().set(engine.clock().instant().plusSeconds(1));
        jobs.executeJob(clearing.cleanUpHistoryAsync(true).getId());
    }

    private long steps(String review) {
        return tables.sql("""
                        select count(*) from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_
                        where p.BUSINESS_KEY_ = ? and p.END_TIME_ is not null""").param(review).query(Long.class).single();
    }
}
