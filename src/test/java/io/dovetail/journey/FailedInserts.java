package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database refuses a row with what somebody typed, while they wait for an answer and while a job works for them; and forms are
 * refused. The log says what went wrong and where, and holds none of what was typed; nor does what is kept of the job.
 */
abstract class FailedInserts {

    private static final String TYPED = "Nobody but us may read that the night nurse is called Wilhelmina.";
    private static final String TITLE = "The nights of the nurse whom they call Wilhelmina";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcClient tables;

    @LocalServerPort
    private int port;

    /** Runs the jobs that are due, of which some fail, until that is so. */
    abstract void runJobs(Callable<Boolean> until) throws Exception;

    @BeforeEach
    @AfterEach
    void nothingRuns() {
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
    }

    @Test
    void noLineHoldsWhatWasTyped() throws Exception {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        Browserless sian = Browserless.signedIn(port, "sian", "tasklist");
        Task task = engine.task("sian", review, "answerProposal");
        try (LogLines log = new LogLines()) {
            for (String wrong : List.of(TYPED + "\u0000", TYPED + " Her number is 943 476 5919.", TYPED.repeat(20))) {
                send(log, sian, task, Forms.join().with("commitment", wrong), 400);
            }
            for (String field : List.of("stance", "referBackBy", "mandate", "lead")) {
                send(log, sian, task, Forms.join().with(field, TYPED.repeat(5)), 400);
            }
            Map<String, Object> whole = Forms.join().with("commitment", TYPED);
            refusing("position", "commitment <> '" + TYPED + "'", () -> send(log, sian, task, whole, 500));
            assertThat(log.lines())
                    .as("what went wrong, and where")
                    .anyMatch(line -> line.contains("SQLState 23") && line.contains("Positions.java"));
            send(log, sian, task, whole, 204);

            Map<String, Object> proposal = Forms.proposeReview(LocalDate.parse("2026-11-24"), Walk.ONE_OF_EACH_VOICE)
                    .with("title", TITLE);
            log.typed(proposal);
            String other = engine.submitProposal(Walk.PROPOSER, proposal);
            refusing("notice", "subject not like '%" + TITLE + "%'", () -> {
                runJobs(() -> !failed(other).isEmpty());
                assertThat(failed(other)).isNotEmpty().allSatisfy(job -> {
                    assertThat(job.getExceptionMessage()).contains("SQLState 23");
                    log.hasNothingTyped(job.getExceptionMessage());
                    log.hasNothingTyped(management.getJobExceptionStacktrace(job.getId()));
                });
            });
            log.holdNothingTyped(12);
        }
    }

    private List<Job> failed(String review) {
        return engine
                .engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(review)
                .list()
                .stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).withException().list().stream())
                .toList();
    }

    private void send(LogLines log, Browserless person, Task task, Map<String, Object> form, int status) {
        log.typed(form);
        HttpResponse<String> answer = person.submit(task.getId(), form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    /** A part of the work. */
    interface Doing {

        void it() throws Exception;
    }

    /** Does something while that table takes only rows of which that is true. */
    private void refusing(String table, String rule, Doing what) throws Exception {
        tables.sql("alter table " + table + " add constraint never check (" + rule + ")")
                .update();
        try {
            what.it();
        } finally {
            tables.sql("alter table " + table + " drop constraint never").update();
        }
    }
}
