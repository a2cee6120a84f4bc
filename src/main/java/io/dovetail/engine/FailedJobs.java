package io.dovetail.engine;

import io.dovetail.mail.MailRefused;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What becomes of a job that failed: it is tried again as its model says, unless it is a mail that was refused for good. That one
 * becomes an incident at once, so that somebody learns of it today and not after a day and a half of vain tries. What is not tried
 * any more waits for an administrator.
 */
@Component
public class FailedJobs {

    private final RuntimeService runtime;
    private final ManagementService jobs;

    FailedJobs(RuntimeService runtime, ManagementService jobs) {
        this.runtime = runtime;
        this.jobs = jobs;
    }

    /**
     * Has something tried once more that is not tried any more.
     *
     * @return what it is in its model; nothing where somebody else was faster
     */
    public Optional<String> tryAgain(String incidentId) {
        Incident failure = runtime.createIncidentQuery().incidentId(incidentId).singleResult();
        Job job = failure == null || failure.getConfiguration() == null
                ? null
                : jobs.createJobQuery().jobId(failure.getConfiguration()).singleResult();
        if (job == null) {
            return Optional.empty();
        }
        jobs.setJobRetries(job.getId(), 1);
        return Optional.of(Objects.requireNonNullElse(failure.getActivityId(), job.getId()));
    }

    /** How the engine goes on after a failure. */
    static final class Tries implements FailedJobCommandFactory {

        @Override
        public Command<Object> getCommand(String jobId, Throwable failure) {
            // Cockpit shows what is kept of it.
            Throwable told = failure instanceof RuntimeException fault ? PlainRefusals.withoutTexts(fault) : failure;
            return refusedForGood(failure) ? new NoMoreTries(jobId, told) : new DefaultJobRetryCmd(jobId, told);
        }

        private static boolean refusedForGood(@Nullable Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof MailRefused) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Leaves the job to an administrator. */
    private static final class NoMoreTries extends JobRetryCmd {

        private static final long serialVersionUID = 1L;

        NoMoreTries(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            job.unlock();
            // First the message, which the incident takes over.
            logException(job);
            job.setRetries(0);
            notifyAcquisition(context);
            return job.getId();
        }
    }
}
