package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dovetail.engine.JobSettings.LastJobs;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A job runs once, where its lock is, and what is under way at a stop is finished. */
class HeldJobsTest {

    private static final Duration LOCK = Duration.ofSeconds(45);

    private final JdbcClient database = JdbcClient.create(database());
    private final HeldJobs jobs = new HeldJobs(database);

    @BeforeEach
    void table() {
        database.sql("create table ACT_RU_JOB (ID_ varchar(64) primary key, REV_ integer, LOCK_EXP_TIME_ timestamp,"
                        + " LOCK_OWNER_ varchar(255))")
                .update();
        jobs.setLockTimeInMillis((int) LOCK.toMillis());
    }

    @Test
    void aJobThatWasJustTakenUpIsHeldAsItIs() {
        job("fresh", jobs.getLockOwner(), LOCK);

        assertThat(jobs.hold("fresh")).isTrue();

        assertThat(revision("fresh")).isOne();
    }

    @Test
    void aJobThatWaitedForItsTurnHoldsItsLockAgainAndWhoeverIsTakingItUpFails() {
        job("waited", jobs.getLockOwner(), Duration.ofSeconds(-3));

        assertThat(jobs.hold("waited")).isTrue();

        assertThat(revision("waited")).isEqualTo(2);
        assertThat(lockedUntil("waited"))
                .isAfter(new Timestamp(ClockUtil.getCurrentTime().getTime() + 40_000));
    }

    @Test
    void aJobThatSomebodyElseHasTakenUpOrThatIsDoneIsLeftAlone() {
        job("others", "another program", LOCK);

        assertThat(jobs.hold("others")).isFalse();
        assertThat(jobs.hold("done")).isFalse();
    }

    @Test
    void aStopWaitsForWhatRunsAndLetsGoOfTheRest() throws Exception {
        job("waits", jobs.getLockOwner(), LOCK);
        job("others", "another program", LOCK);
        ThreadPoolTaskExecutor threads = JobSettings.jobThreads(new CamundaBpmProperties());
        threads.initialize();
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        threads.execute(() -> {
            begun.countDown();
            try {
                Thread.sleep(500);
                finished.set(true);
            } catch (InterruptedException broken) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        LastJobs last = new LastJobs(jobs, threads);
        last.start();

        last.stop();

        assertThat(finished).isTrue();
        assertThat(last.isRunning()).isFalse();
        assertThat(database.sql("select ID_ from ACT_RU_JOB where LOCK_OWNER_ is not null")
                        .query(String.class)
                        .list())
                .containsExactly("others");
    }

    @Test
    void whoeverTakesJobsUpWaitsUntilThereIsRoomForOneAndNoneIsRefused() throws Exception {
        CamundaBpmProperties settings = new CamundaBpmProperties();
        settings.getJobExecution().setCorePoolSize(1);
        settings.getJobExecution().setMaxPoolSize(1);
        settings.getJobExecution().setQueueCapacity(1);
        ThreadPoolTaskExecutor threads = JobSettings.jobThreads(settings);
        threads.initialize();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(4);
        Runnable job = () -> {
            try {
                held.await();
            } catch (InterruptedException broken) {
                Thread.currentThread().interrupt();
            }
            done.countDown();
        };
        Thread takesUp = new Thread(() -> {
            for (int i = 0; i < 4; i++) {
                threads.execute(job);
            }
        });
        takesUp.start();
        Awaitility.await().until(() -> takesUp.getState() == Thread.State.WAITING);

        held.countDown();

        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        threads.shutdown();
        assertThatThrownBy(() -> threads.execute(job)).isInstanceOf(RejectedExecutionException.class);
    }

    /** The queue takes all that is taken up at once, so that a stop never waits for room. */
    @Test
    void whatIsTakenUpAtOnceHasRoomInTheQueue() throws Exception {
        var settings = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0);

        assertThat(settings.getProperty("camunda.bpm.job-execution.queue-capacity"))
                .isEqualTo(settings.getProperty("camunda.bpm.job-execution.max-jobs-per-acquisition"));
        assertThat((Integer) settings.getProperty("camunda.bpm.job-execution.max-wait"))
                .as("how long a timer waits at most while nothing else happens, in milliseconds")
                .isLessThanOrEqualTo(1_000);
    }

    @Test
    void whatAKilledProgramHeldIsTakenUpWithinAMinute() throws Exception {
        Object lock = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0)
                .getProperty("camunda.bpm.job-execution.lock-time-in-millis");
        Object wait = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0)
                .getProperty("camunda.bpm.job-execution.max-wait");

        assertThat((Integer) lock + (Integer) wait).isLessThanOrEqualTo(60_000);
    }

    private void job(String id, String owner, Duration locked) {
        database.sql("insert into ACT_RU_JOB values (:id, 1, :until, :owner)")
                .param("id", id)
                .param("until", new Timestamp(ClockUtil.getCurrentTime().getTime() + locked.toMillis()))
                .param("owner", owner)
                .update();
    }

    private int revision(String id) {
        return database.sql("select REV_ from ACT_RU_JOB where ID_ = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private Timestamp lockedUntil(String id) {
        List<Timestamp> until = database.sql("select LOCK_EXP_TIME_ from ACT_RU_JOB where ID_ = :id")
                .param("id", id)
                .query(Timestamp.class)
                .list();
        return until.get(0);
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
