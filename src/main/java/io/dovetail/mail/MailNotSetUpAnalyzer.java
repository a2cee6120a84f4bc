package io.dovetail.mail;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows {@link MailNotSetUp} as its one sentence, without a stack trace. */
class MailNotSetUpAnalyzer extends AbstractFailureAnalyzer<MailNotSetUp> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MailNotSetUp cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
