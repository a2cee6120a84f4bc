package io.dovetail.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.dovetail.review.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * One program over several databases that differ only in the reviews they hold, so that they are measured in turn, by the same warm
 * code. Each begins as a copy of the first, with the same people, sessions and deployments.
 */
class Databases extends AbstractDataSource {

    /** The one that the program began with. */
    static final String FIRST = "first";

    private static final int CONNECTIONS = 20;

    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
    private volatile HikariDataSource now;

    Databases(DataSourceProperties settings) {
        now = open(FIRST, settings.determineUrl());
    }

    /** From now on the program works on that one. */
    void use(String name) {
        now = pool(name);
    }

    /** Makes another as a copy of the first as it is now. */
    void copy(String name) {
        HikariDataSource before = pool(FIRST);
        open(name, Postgres.copyOf(before.getJdbcUrl()));
        // The copying has cut its connections.
        now = open(FIRST, before.getJdbcUrl());
        before.close();
    }

    /** Throws that one away. */
    void drop(String name) {
        use(FIRST);
        Objects.requireNonNull(pools.remove(name), name).close();
    }

    /** The statements of one database, whichever the program works on. */
    JdbcTemplate database(String name) {
        return new JdbcTemplate(pool(name));
    }

    private HikariDataSource pool(String name) {
        return Objects.requireNonNull(pools.get(name), () -> "There is no such database: " + name);
    }

    private HikariDataSource open(String name, String url) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(Postgres.USER);
        pool.setMaximumPoolSize(CONNECTIONS);
        pools.put(name, pool);
        return pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return now.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return now.getConnection();
    }

    void close() {
        pools.values().forEach(HikariDataSource::close);
    }
}
