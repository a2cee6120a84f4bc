package io.dovetail.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets programs on one PostgreSQL start one after the other. The engine makes its tables without looking whether somebody else is
 * just making them, and at each start models are deployed and groups, grants and lists written; two starts in one moment would
 * fail over each other. The lock belongs to a connection, so it is free as soon as whoever starts is ready, fails or is killed.
 * An embedded file belongs to one program anyway.
 */
@Component
class OneStartAtATime implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(OneStartAtATime.class);

    /** "Dovetail" in bytes: any number will do that nobody else locks in this database. */
    private static final long KEY = 0x446f7665_7461696cL;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final DataSource database;
    private @Nullable Connection held;

    OneStartAtATime(DataSource database) {
        this.database = database;
    }

    /** Waits until nobody else starts on this database. */
    synchronized void begin() {
        try {
            Connection connection = database.getConnection();
            held = connection;
            if (!"PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                end();
                return;
            }
            long waited = System.nanoTime();
            boolean told = false;
            while (!ask(connection, "select pg_try_advisory_lock(" + KEY + ")")) {
                if (!told) {
                    LOG.info("Another Dovetail is starting on the same database; this one goes on after it.");
                    told = true;
                }
                if (System.nanoTime() - waited > LONGEST.toNanos()) {
                    throw new IllegalStateException("Another Dovetail has been starting on the same database for "
                            + LONGEST.toMinutes() + " minutes: see what it waits for, and stop it.");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("The database cannot say whether somebody else is starting on it.", fault);
        }
    }

    /** The next may start. */
    @EventListener(ApplicationReadyEvent.class)
    synchronized void end() {
        Connection connection = held;
        held = null;
        if (connection == null) {
            return;
        }
        try (connection) {
            if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                ask(connection, "select pg_advisory_unlock(" + KEY + ")");
            }
        } catch (SQLException gone) {
            LOG.debug("The connection is gone, and the lock with it.", gone);
        }
    }

    @Override
    public void destroy() {
        end();
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
