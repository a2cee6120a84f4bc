package io.dovetail.benchmark;

import io.dovetail.journey.Engine;
import io.dovetail.journey.Jobs;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many timers that fall due at one moment, with nothing behind them: how often the engine looks for them, and whether each passes once. */
final class DueTimers {

    private static final String PROCESS = "one-timer";
    private static final String TIMERS = "timers";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);
    private static final int LAGS = 11;
    private static final int IDLE = 2500;
    private static final int APART = 90;

    private final Databases databases;
    private final Engine engine;
    private final Jobs jobs;

    DueTimers(Databases databases, Engine engine, Jobs jobs) {
        this.databases = databases;
        this.engine = engine;
        this.jobs = jobs;
    }

    /** Lets so many fall due at once. */
    void measure(int timers, Figures figures) throws Exception {
        databases.copy(TIMERS);
        databases.use(TIMERS);
        JdbcTemplate database = databases.database(TIMERS);
        database.execute("create extension if not exists pg_stat_statements");
        engine.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        PROCESS + ".bpmn",
                        Bpmn.createExecutableProcess(PROCESS)
                                .camundaHistoryTimeToLive(1)
                                .startEvent("startEvent_begun")
                                .intermediateCatchEvent("event_due")
                                .name("Due")
                                .timerWithDate("${dueAt}")
                                .endEvent("endEvent_passed")
                                .name("Passed")
                                .done())
                .deploy();
        RuntimeService runtime = engine.engine().getRuntimeService();
        Date due = Date.from(engine.clock().instant().plus(1, ChronoUnit.HOURS));
        for (int i = 0; i < timers; i++) {
            runtime.startProcessInstanceByKey(PROCESS, Map.of("dueAt", due));
        }
        engine.clock().set(due.toInstant());
        long before = scans(database);
        long begun = System.nanoTime();
        jobs.runWhile(() -> {
            Awaitility.await("every timer has passed")
                    .atMost(LONG_ENOUGH)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> waiting(database) == 0);
            return true;
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        String passed =
                "from ACT_HI_ACTINST where ACT_ID_ = 'endEvent_passed' and PROC_DEF_KEY_ = '%s'".formatted(PROCESS);
        long once = count(database, "select count(distinct PROC_INST_ID_) " + passed);
        String name = "%,d timers due at once".formatted(timers);
        figures.add(Figure.of(
                name + ": looks for jobs, for each job", "≤ 0.02", (scans(database) - before) / (double) timers));
        figures.add(Figure.of("… lost", "0", timers - once));
        figures.add(Figure.of("… passed twice", "0", count(database, "select count(*) " + passed) - once));
        System.out.printf("%s: %.0f s.%n", name, seconds);
        lag(database, figures);
        databases.drop(TIMERS);
    }

    /** How long a timer that falls due while nothing else happens waits until it is looked for, at moments spread over that wait. */
    private void lag(JdbcTemplate database, Figures figures) throws Exception {
        double[] lags = new double[LAGS];
        jobs.runWhile(() -> {
            for (int i = 0; i < LAGS; i++) {
                Date due = Date.from(engine.clock().instant().plusSeconds(1));
                engine.engine().getRuntimeService().startProcessInstanceByKey(PROCESS, Map.of("dueAt", due));
                Thread.sleep(IDLE + i * APART);
                engine.clock().set(due.toInstant());
                long begin = System.nanoTime();
                Awaitility.await("the timer has passed")
                        .atMost(LONG_ENOUGH)
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> waiting(database) == 0);
                lags[i] = (System.nanoTime() - begin) / 1e9;
            }
            return true;
        });
        figures.add(Figure.of("A timer due while nothing else happens: seconds until it has passed", "≤ 1", lags));
    }

    /** How many have not passed yet. */
    private static long waiting(JdbcTemplate database) {
        return count(
                database,
                "select count(*) from ACT_RU_EXECUTION e join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_ where d.KEY_ = '%s'"
                        .formatted(PROCESS));
    }

    /** How often the engine has looked for jobs to run. */
    private static long scans(JdbcTemplate database) {
        return count(database, """
                select coalesce(sum(calls), 0)::bigint from pg_stat_statements
                where dbid = (select oid from pg_database where datname = current_database())
                  and query ilike 'select%act_ru_job%lock_exp_time_%limit%'""");
    }

    private static long count(JdbcTemplate database, String sql) {
        Long count = database.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
