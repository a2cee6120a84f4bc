package io.dovetail.record;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what is asked of the database. */
public final class Statements {

    private Statements() {}

    /** How many statements this takes. */
    public static int during(Runnable work) {
        return allDuring(work).size();
    }

    /** The statements that this takes, by the program's own template, in whichever thread. */
    public static List<String> allDuring(Runnable work) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = statements.getLevel();
        boolean additive = statements.isAdditive();
        log.start();
        statements.addAppender(log);
        statements.setAdditive(false);
        statements.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            statements.setLevel(before);
            statements.setAdditive(additive);
            statements.detachAppender(log);
        }
        return log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(line -> line.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
