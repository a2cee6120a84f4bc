package io.dovetail.engine;

import com.fasterxml.jackson.core.JacksonException;
import java.io.Serial;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.ibatis.exceptions.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;

/**
 * What went wrong, without what somebody typed. Where a row cannot be written or a text cannot be read, databases and libraries quote
 * it in their messages, and each exception above quotes the one below. What is left of such a message is its kind and the database's
 * code; where it happened stays whole.
 */
final class FaultWithoutTexts {

    /** Data that do not fit: PostgreSQL's first line quotes them, too. */
    private static final String DATA_EXCEPTION = "22";

    private FaultWithoutTexts() {}

    /** Whether its message, or that of one below it, may quote a row or a text. */
    static boolean quotes(@Nullable Throwable fault) {
        for (Throwable cause : chain(fault)) {
            if (ofDatabase(cause)
                    || cause instanceof JacksonException
                    || cause instanceof DateTimeException
                    || cause instanceof NumberFormatException) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is the database's, or one below it is: then only its {@link #code} may be told. */
    static boolean isOfDatabase(Throwable fault) {
        return chain(fault).stream().anyMatch(FaultWithoutTexts::ofDatabase);
    }

    /** The same fault, and those below it, each with what is left of its message. */
    static Throwable of(Throwable fault) {
        return of(fault, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Throwable of(Throwable fault, Set<Throwable> above) {
        above.add(fault);
        Throwable cause = fault.getCause();
        return new WithoutMessage(kept(fault), cause == null || above.contains(cause) ? null : of(cause, above), fault);
    }

    /** The text with what is left of each message that it quotes. */
    static String told(String text, Throwable fault) {
        String told = text;
        for (Throwable cause : chain(fault)) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank() && quotes(cause)) {
                told = told.replace(message, kept(cause));
            }
        }
        return told;
    }

    /** Whether a fault that was written out as text is one that came through here. */
    static boolean isTold(String text) {
        return text.contains(WithoutMessage.class.getName());
    }

    private static boolean ofDatabase(Throwable fault) {
        return fault instanceof SQLException
                || fault instanceof DataAccessException
                || fault instanceof DbActionExecutionException
                || fault instanceof PersistenceException;
    }

    private static String kept(Throwable fault) {
        if (!quotes(fault)) {
            return fault.toString();
        }
        String code = code(fault);
        return fault.getClass().getName() + (code.isEmpty() ? "" : ": " + code);
    }

    /** What the database says by its code, where it is the database. */
    static String code(Throwable fault) {
        for (Throwable cause : chain(fault)) {
            if (cause instanceof SQLException refused) {
                String state = String.valueOf(refused.getSQLState());
                // PostgreSQL names table and rule in its first line; the row is in those after it.
                boolean named =
                        refused.getClass().getName().startsWith("org.postgresql.") && !state.startsWith(DATA_EXCEPTION);
                return "SQLState " + state
                        + (named
                                ? ", "
                                        + String.valueOf(refused.getMessage())
                                                .lines()
                                                .findFirst()
                                                .orElse("")
                                : "");
            }
        }
        return "";
    }

    private static Set<Throwable> chain(@Nullable Throwable fault) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable cause = fault; cause != null && chain.add(cause); cause = cause.getCause()) {
            // Each once, also where two name each other.
        }
        return chain;
    }

    /** A fault of another class, by what is left of its message, from where it came. */
    private static final class WithoutMessage extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        WithoutMessage(String kept, @Nullable Throwable cause, Throwable fault) {
            super(kept, cause);
            setStackTrace(fault.getStackTrace());
        }
    }
}
