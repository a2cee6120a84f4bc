package io.dovetail.engine;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** How jobs are run, and how they end when the program does: those under way are waited for, the others let go of. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
class JobSettings {

    private static final Logger LOG = LoggerFactory.getLogger(JobSettings.class);

    /** Longer than any job takes; a mail ends after half a minute at the latest. */
    private static final Duration LAST_JOBS = Duration.ofSeconds(40);

    private static final String THREADS = "camundaTaskExecutor";

    @Bean(THREADS)
    static ThreadPoolTaskExecutor jobThreads(CamundaBpmProperties settings) {
        JobExecutionProperty jobs = settings.getJobExecution();
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(jobs.getCorePoolSize());
        threads.setMaxPoolSize(jobs.getMaxPoolSize());
        threads.setQueueCapacity(jobs.getQueueCapacity());
        threads.setAllowCoreThreadTimeOut(true);
        threads.setRejectedExecutionHandler(JobSettings::waitForRoom);
        // Whoever interrupts a job while it writes to the embedded file closes the file for everybody.
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationMillis(LAST_JOBS.toMillis());
        return threads;
    }

    /**
     * Whoever takes jobs up waits until there is room for one. Refused instead, it would look for jobs again at once, and again at each
     * end of a job, however many it has taken up already.
     */
    private static void waitForRoom(Runnable job, ThreadPoolExecutor threads) {
        if (threads.isShutdown()) {
            throw new RejectedExecutionException("The program ends.");
        }
        try {
            threads.getQueue().put(job);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("The program ends.", ending);
        }
    }

    @Bean
    static HeldJobs jobExecutor(
            @Qualifier(THREADS) ThreadPoolTaskExecutor threads, CamundaBpmProperties settings, JdbcClient database) {
        JobExecutionProperty jobs = settings.getJobExecution();
        HeldJobs executor = new HeldJobs(database);
        executor.setTaskExecutor(threads);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        Optional.ofNullable(jobs.getLockTimeInMillis()).ifPresent(executor::setLockTimeInMillis);
        Optional.ofNullable(jobs.getMaxJobsPerAcquisition()).ifPresent(executor::setMaxJobsPerAcquisition);
        Optional.ofNullable(jobs.getWaitTimeInMillis()).ifPresent(executor::setWaitTimeInMillis);
        Optional.ofNullable(jobs.getMaxWait()).ifPresent(executor::setMaxWait);
        Optional.ofNullable(jobs.getBackoffTimeInMillis()).ifPresent(executor::setBackoffTimeInMillis);
        Optional.ofNullable(jobs.getMaxBackoff()).ifPresent(executor::setMaxBackoff);
        return executor;
    }

    @Bean
    static LastJobs lastJobs(HeldJobs jobs, @Qualifier(THREADS) ThreadPoolTaskExecutor threads) {
        return new LastJobs(jobs, threads);
    }

    /** The first to stop: while the engine and the database are there. */
    static final class LastJobs implements SmartLifecycle {

        private final HeldJobs jobs;
        private final ThreadPoolTaskExecutor threads;
        private volatile boolean running;

        LastJobs(HeldJobs jobs, ThreadPoolTaskExecutor threads) {
            this.jobs = jobs;
            this.threads = threads;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            // What was taken up and has not begun is let go of; so whoever takes jobs up waits for nothing, either.
            threads.getThreadPoolExecutor().getQueue().clear();
            stop(jobs);
            threads.getThreadPoolExecutor().getQueue().clear();
            threads.shutdown();
            try {
                jobs.letGo();
            } catch (DataAccessException gone) {
                LOG.warn("The database is not there, so what was not begun is taken up once its lock has passed.");
            }
        }

        private static void stop(JobExecutor jobs) {
            if (jobs.isActive()) {
                jobs.shutdown();
            }
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
