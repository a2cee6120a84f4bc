package io.dovetail.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.stereotype.Component;

/**
 * Whether what people send can be kept: looked at every two seconds, over a connection of its own, so that a busy program is not
 * taken for a broken one. When it cannot be kept, all connections are given up, for none of them is of use any more; the embedded
 * file opens again only after the last of them is closed. That file is tidied on the same watch.
 */
@Component("storage")
class Storage implements HealthIndicator, SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final Duration TIDIED_EVERY = Duration.ofSeconds(10);

    private final DataSource database;
    private final @Nullable HikariDataSource pool;
    private final Optional<EmbeddedFile> file;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "storage");
        thread.setDaemon(true);
        return thread;
    });

    private volatile long lastGood = System.nanoTime();
    private volatile boolean good = true;

    Storage(DataSource database) {
        this.database = database;
        this.pool = DataSourceUnwrapper.unwrap(database, HikariDataSource.class);
        this.file = Optional.ofNullable(pool).map(HikariDataSource::getJdbcUrl).flatMap(EmbeddedFile::at);
    }

    @Override
    public void afterSingletonsInstantiated() {
        lastGood = System.nanoTime();
        every(EVERY, this::look);
        if (file.isPresent()) {
            every(TIDIED_EVERY, this::tidy);
        }
    }

    private void every(Duration delay, Runnable task) {
        watch.scheduleWithFixedDelay(task, delay.toMillis(), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it is there now; somebody who waits for an answer for too long has none. */
    boolean isThere() {
        return good && System.nanoTime() - lastGood < EVERY.plus(LONGEST).toNanos() - 1_500_000_000L;
    }

    @Override
    public Health health() {
        return isThere() ? Health.up().build() : Health.down().build();
    }

    void look() {
        boolean before = good;
        String fault = fault();
        good = fault == null;
        if (good) {
            lastGood = System.nanoTime();
        } else if (pool != null && pool.isRunning()) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        if (before && !good) {
            LOG.error("Nothing can be kept at the moment: {} Everybody is told so until it is over.", fault);
        } else if (!before && good) {
            LOG.info("What people send is kept again.");
        }
    }

    private @Nullable String fault() {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            if (file.filter(EmbeddedFile::hasNoRoom).isPresent()) {
                return "the disk is full.";
            }
            // What takes no writes any more still reads.
            statement.execute("update storage_probe set looked_at = current_timestamp");
            return null;
        } catch (SQLException e) {
            return "the database says %s.".formatted(e.getSQLState());
        }
    }

    /** That the disk is full or the database closed is told where it is looked for. */
    void tidy() {
        try (Connection connection = connection()) {
            EmbeddedFile.tidy(connection);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("The embedded file was not tidied this time.", e);
        }
    }

    private Connection connection() throws SQLException {
        if (pool == null || pool.getJdbcUrl() == null) {
            return database.getConnection();
        }
        Properties settings = new Properties();
        settings.setProperty("user", String.valueOf(pool.getUsername()));
        settings.setProperty("password", pool.getPassword() == null ? "" : pool.getPassword());
        if (pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            settings.setProperty("connectTimeout", "3");
            settings.setProperty("socketTimeout", "3");
        }
        return DriverManager.getConnection(pool.getJdbcUrl(), settings);
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
    }
}
