package io.dovetail.directory;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows on the console the lines to correct instead of a stack trace. */
final class DirectoryFailureAnalyzer extends AbstractFailureAnalyzer<DirectoryFaults> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DirectoryFaults cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Correct these lines and start again. The file is named by the setting 'dovetail.directory',"
                        + " such as file:/etc/dovetail/directory.yaml.",
                cause);
    }
}
