package io.dovetail.engine;

import io.dovetail.mail.MailRefused;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a job that failed: it is tried again as its model says, unless it is a mail that was refused for good. That one
 * becomes an incident at once, so that somebody learns of it today and not after a day and a half of vain tries.
 */
class MailTries implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        // Cockpit shows what is kept of it.
        Throwable told = failure instanceof RuntimeException fault ? FaultWithoutTexts.ofEngine(fault) : failure;
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

    /** Leaves the job to an administrator, who has it tried again in Cockpit. */
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
