package io.dovetail.running;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database of a version as a file: each row of each table as PostgreSQL's own {@code COPY} writes it, as in a dump of data alone.
 * The tables are made by that version's migrations, which never change, and by the engine's own scripts.
 */
final class KeptDatabase {

    private static final String FILE = "database.copy.gz";
    private static final String MOMENT = "-- at ";
    private static final String TABLES = "-- tables of ";
    private static final String END = "\\.";
    private static final String NULL = "\\N";

    private static final List<String> OF_THE_ENGINE = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private KeptDatabase() {}

    /** Writes what is in that database at that moment of the program's clock. */
    static void keep(Path folder, String url, Instant moment) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url);
                BufferedWriter file = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(folder.resolve(FILE))), StandardCharsets.UTF_8))) {
            JdbcClient database = client(connection);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            file.write(MOMENT + moment + "\n");
            file.write(TABLES
                    + database.sql(
                                    "select version from flyway_schema_history where version is not null order by installed_rank desc limit 1")
                            .query(String.class)
                            .single()
                    + "\n");
            for (String table : tables(database)) {
                String columns = database.sql("""
                                select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns
                                where table_schema = 'public' and table_name = :table and is_generated = 'NEVER'
                                """)
                        .param("table", table)
                        .query(String.class)
                        .single();
                StringWriter rows = new StringWriter();
                copies.copyOut("copy %s (%s) to stdout".formatted(table, columns), rows);
                file.write("copy %s (%s) from stdin;\n%s%s\n".formatted(table, columns, rows, END));
            }
            for (String sequence : database.sql("""
                            select format('select setval(''%s'', %s);', sequencename, last_value)
                            from pg_sequences where schemaname = 'public' and last_value is not null order by sequencename
                            """).query(String.class).list()) {
                file.write(sequence + "\n");
            }
        }
    }

    /** Puts it into an empty database, and returns the moment at which it was kept. */
    static Instant restore(Path folder, String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url);
                BufferedReader file = read(folder)) {
            Instant moment = Instant.parse(file.readLine().substring(MOMENT.length()));
            String version = file.readLine().substring(TABLES.length());
            JdbcClient database = client(connection);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            Flyway.configure()
                    .dataSource(url, null, null)
                    .target(version)
                    .load()
                    .migrate();
            try (Statement statement = connection.createStatement()) {
                for (String part : OF_THE_ENGINE) {
                    statement.execute(new ClassPathResource(
                                    "org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql")
                            .getContentAsString(StandardCharsets.UTF_8));
                }
                // Rows come in the order of their tables' names, not of what refers to what.
                statement.execute("set session_replication_role = replica");
                for (String table : tables(database)) {
                    statement.execute("delete from " + table);
                }
                for (String line = file.readLine(); line != null; line = file.readLine()) {
                    if (line.startsWith("copy ")) {
                        copies.copyIn(line.substring(0, line.length() - 1), rows(file));
                    } else {
                        statement.execute(line);
                    }
                }
            }
            return moment;
        }
    }

    /** The kept rows of that table, each by its columns; a value that is null is not among them. */
    static List<Map<String, String>> rows(Path folder, String table) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (BufferedReader file = read(folder)) {
            String line = file.readLine();
            while (line != null && !line.startsWith("copy %s (".formatted(table))) {
                line = file.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("Nothing is kept of " + table);
            }
            String[] columns =
                    line.substring(line.indexOf('(') + 1, line.indexOf(')')).split(", ");
            for (String row = file.readLine(); row != null && !row.equals(END); row = file.readLine()) {
                String[] values = row.split("\t", -1);
                Map<String, String> named = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    if (!values[i].equals(NULL)) {
                        named.put(columns[i], values[i]);
                    }
                }
                rows.add(named);
            }
        }
        return rows;
    }

    private static BufferedReader read(Path folder) throws IOException {
        return new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(FILE))), StandardCharsets.UTF_8));
    }

    private static Reader rows(BufferedReader file) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (String row = file.readLine(); row != null && !row.equals(END); row = file.readLine()) {
            rows.append(row).append('\n');
        }
        return new StringReader(rows.toString());
    }

    private static List<String> tables(JdbcClient database) {
        return database.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name
                        """).query(String.class).list();
    }

    private static JdbcClient client(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
