package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The program's own job executor, at work only while a test lets it. */
@TestComponent
public class Jobs {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    private final JobExecutor executor;
    private final ThreadPoolTaskExecutor threads;

    public Jobs(JobExecutor executor, @Qualifier("camundaTaskExecutor") TaskExecutor threads) {
        this.executor = executor;
        this.threads = (ThreadPoolTaskExecutor) threads;
    }

    // The executor starts once the application is ready; this comes right after.
    @EventListener
    void hold(AvailabilityChangeEvent<ReadinessState> readiness) {
        if (readiness.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            stop();
        }
    }

    /** Lets jobs run, as they do in production, while the test does this. */
    public <T> T runWhile(Callable<T> action) throws Exception {
        assertThat(executor.isActive()).as("jobs run already").isFalse();
        executor.start();
        try {
            return action.call();
        } finally {
            stop();
        }
    }

    private void stop() {
        executor.shutdown();
        // What has been taken up is finished first: the next test must find nothing in motion.
        Awaitility.await("the jobs in motion")
                .atMost(LONG_ENOUGH)
                .until(() -> threads.getActiveCount() == 0 && threads.getQueueSize() == 0);
    }
}
