package io.dovetail.review;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A PostgreSQL as in production, in place of H2: one server for the whole run of the tests, a fresh database for each who asks. */
@TestConfiguration(proxyBeanMethods = false)
public class Postgres {

    /** Whose databases these are; only this machine can reach the server. */
    public static final String USER = "postgres";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Bean
    DataSource dataSource() {
        return server().getDatabase(USER, newDatabase());
    }

    /** The address of a fresh, empty database. */
    public static String freshUrl() {
        return server().getJdbcUrl(USER, newDatabase());
    }

    /** The address of a fresh database that holds what that one holds now; whoever is connected to it is cut off. */
    public static String copyOf(String url) {
        String of = url.replaceFirst("^.*/(\\w+).*$", "$1");
        String name = "tests" + DATABASES.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + of + "'");
            statement.execute("create database " + name + " template " + of);
            return server().getJdbcUrl(USER, name);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL copied no database for the tests.", e);
        }
    }

    private static EmbeddedPostgres server() {
        return Server.ONE;
    }

    private static String newDatabase() {
        String name = "tests" + DATABASES.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL made no database for the tests.", e);
        }
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop.", e);
        }
    }

    /** Started when first needed; it stops by itself with the tests. */
    private static final class Server {

        private static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        // It counts what each statement costs (CostsTest); whole pages in the log would depend on the
                        // hour.
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .setServerConfig("pg_stat_statements.max", "20000")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                // After the programs that use it: a program that shuts down without its database waits for it.
                SpringApplication.getShutdownHandlers().add(() -> close(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start.", e);
            }
        }
    }
}
