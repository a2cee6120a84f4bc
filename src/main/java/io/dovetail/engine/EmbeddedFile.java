package io.dovetail.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the embedded file small: what is still in use of its nearly empty parts is written once more, together, and their room is used
 * again. H2 does so by itself only where it also writes what is committed a moment later, and that moment would be lost with the program.
 */
@Component
class EmbeddedFile implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFile.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    /** In percent: with less of it in use, parts of the file are written together. */
    private static final int IN_USE = 70;

    /** In bytes, at one go: nobody's answer waits longer than that takes to write. */
    private static final int AT_ONCE = 4_000_000;

    private final DataSource database;
    private final ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tidying");
        thread.setDaemon(true);
        return thread;
    });

    EmbeddedFile(DataSource database) {
        this.database = database;
    }

    @EventListener(ContextRefreshedEvent.class)
    void watch() throws SQLException {
        if (isThere()) {
            tidying.scheduleWithFixedDelay(this::tidy, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A full disk or a closed database is {@link Storage}'s to tell of. */
    void tidy() {
        try (Connection connection = database.getConnection()) {
            store(connection).ifPresent(store -> store.compact(IN_USE, AT_ONCE));
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The embedded file was not tidied this time.", e);
        }
    }

    private boolean isThere() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return store(connection).isPresent();
        }
    }

    private static Optional<MVStore> store(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)
                || !(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return Optional.empty();
        }
        MVStore store = session.getDatabase().getStore().getMvStore();
        return store.getFileStore() == null ? Optional.empty() : Optional.of(store);
    }

    @Override
    public void destroy() {
        tidying.shutdownNow();
    }
}
