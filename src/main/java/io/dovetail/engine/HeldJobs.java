package io.dovetail.engine;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs a job only while it holds it. What a killed program held is taken up by another one, or by itself at its next start, as soon
 * as the lock has passed, so the lock is short; and a job that has waited for its turn meanwhile holds its lock again before it
 * begins, or leaves the job to whoever has it now. So none runs twice, a mail least of all.
 */
class HeldJobs extends SpringJobExecutor {

    private final JdbcClient database;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    HeldJobs(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return new ExecuteJobsRunnable(jobs, engine) {

            @Override
            protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
                // The same job twice in one program: its lock passed while it waited, and it was taken up again.
                if (running.add(job)) {
                    try (MDC.MDCCloseable named = MDC.putCloseable(LogFields.JOB, job)) {
                        if (hold(job)) {
                            super.executeJob(job, commands, failures);
                        }
                    } finally {
                        running.remove(job);
                    }
                }
            }
        };
    }

    /** Whether this program holds the job, for most of the time of a lock from now on. */
    boolean hold(String job) {
        long now = ClockUtil.getCurrentTime().getTime();
        List<Timestamp> until = database.sql(
                        "select LOCK_EXP_TIME_ from ACT_RU_JOB where ID_ = :job and LOCK_OWNER_ = :owner")
                .param("job", job)
                .param("owner", getLockOwner())
                .query(Timestamp.class)
                .list();
        if (until.isEmpty()) {
            return false;
        }
        if (until.get(0).getTime() - now >= getLockTimeInMillis() / 10 * 9) {
            return true;
        }
        // Whoever is just taking it up has read the revision before this, and fails.
        return database.sql("update ACT_RU_JOB set LOCK_EXP_TIME_ = :until, REV_ = REV_ + 1 where ID_ = :job and"
                                + " LOCK_OWNER_ = :owner and LOCK_EXP_TIME_ = :before")
                        .param("until", new Timestamp(now + getLockTimeInMillis()))
                        .param("job", job)
                        .param("owner", getLockOwner())
                        .param("before", until.get(0))
                        .update()
                == 1;
    }

    /** Lets go of what was taken up and is not begun, once nothing runs any more. */
    void letGo() {
        database.sql("update ACT_RU_JOB set LOCK_OWNER_ = null, LOCK_EXP_TIME_ = null, REV_ = REV_ + 1"
                        + " where LOCK_OWNER_ = :owner")
                .param("owner", getLockOwner())
                .update();
    }
}
