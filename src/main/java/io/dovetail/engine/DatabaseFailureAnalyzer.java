package io.dovetail.engine;

import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A database that is not there, is somebody else's or has no room at the start: one sentence, without a stack trace and without a secret. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DatabaseFailureAnalyzer implements FailureAnalyzer {

    private static final int FILE_IN_USE = 90020;

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        String sentence = null;
        for (Throwable cause = failure; cause != null && sentence == null; cause = cause.getCause()) {
            sentence = sentence(cause);
        }
        return sentence == null ? null : new FailureAnalysis(sentence, null, failure);
    }

    private static @Nullable String sentence(Throwable cause) {
        if (cause instanceof FlywayValidateException) {
            return String.valueOf(cause.getMessage()).contains("not resolved locally")
                    ? "The database was written by a newer Dovetail: start that version, or put back a backup from before it."
                    : "The tables are not those that this Dovetail made: see which version wrote them, and start that one.";
        }
        if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
            return "The disk is full: make room where Dovetail keeps its data, and start it again.";
        }
        if (!(cause instanceof SQLException fault)) {
            return null;
        }
        if (fault.getErrorCode() == FILE_IN_USE) {
            return "Another Dovetail is running on the same data: stop it first, or start this one in a folder of its own.";
        }
        String state = String.valueOf(fault.getSQLState());
        if (state.startsWith("28")) {
            return "The database does not accept the name or the password: check DOVETAIL_DATABASE_USER and"
                    + " DOVETAIL_DATABASE_PASSWORD.";
        }
        if ("3D000".equals(state)) {
            return "The server has no database of this name: check DOVETAIL_DATABASE_URL, or create it there.";
        }
        // Not there, or still starting.
        if (state.startsWith("08") || state.startsWith("57P")) {
            return "The database cannot be reached: check that it runs, and DOVETAIL_DATABASE_URL.";
        }
        return state.startsWith("53")
                ? "The database has no room left: make room there, and start Dovetail again."
                : null;
    }
}
