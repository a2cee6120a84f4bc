package io.dovetail.keeping;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** A database with the program's tables, of which each can be given a row about one review whose texts are in no other row. */
final class EveryTable {

    static final OffsetDateTime MOMENT = OffsetDateTime.of(2026, 11, 24, 10, 0, 0, 0, ZoneOffset.UTC);

    final JdbcClient jdbc;
    final DataSource database;
    private final Map<String, List<Column>> tables;
    private int number = 1000;

    EveryTable(DataSource database) {
        this.database = database;
        Flyway.configure().dataSource(database).load().migrate();
        jdbc = JdbcClient.create(database);
        tables = read();
    }

    /** A column, and the column elsewhere that it has its value from, if any. */
    private record Column(String name, int type, boolean generated, String from) {}

    /** One text that was put somewhere. */
    record Put(String table, String column, String text) {}

    Set<String> names() {
        return tables.keySet();
    }

    /** Every text column there is, as {@code table.column}. */
    Set<String> textColumns() {
        Set<String> all = new TreeSet<>();
        tables.forEach((table, columns) -> columns.stream()
                .filter(column -> column.type() == Types.VARCHAR)
                .forEach(column -> all.add(table + "." + column.name())));
        return all;
    }

    /** Gives each table a row that belongs to that review. */
    List<Put> fill(String reference) {
        List<Put> put = new ArrayList<>();
        Map<String, Object> there = new HashMap<>(Map.of("review_reference.reference", reference));
        Set<String> open = new LinkedHashSet<>(tables.keySet());
        jdbc.sql("insert into review_reference (reference) values (?)")
                .param(reference)
                .update();
        open.remove("review_reference");
        while (!open.isEmpty()) {
            String next = open.stream()
                    .filter(table -> columns(table).stream()
                            .allMatch(column -> column.from().isEmpty() || there.containsKey(column.from())))
                    .findFirst()
                    .orElseThrow();
            open.remove(next);
            insert(next, reference, there, put);
        }
        return put;
    }

    private List<Column> columns(String table) {
        return Objects.requireNonNull(tables.get(table));
    }

    private void insert(String table, String reference, Map<String, Object> there, List<Put> put) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (Column column : columns(table)) {
            if (column.generated()) {
                continue;
            }
            Object value;
            if (!column.from().isEmpty()) {
                value = there.get(column.from());
            } else if (column.name().equals("reference")) {
                value = reference;
            } else {
                value = value(column);
                if (value instanceof String text) {
                    put.add(new Put(table, column.name(), text));
                }
            }
            row.put(column.name(), value);
            there.put(table + "." + column.name(), value);
        }
        GeneratedKeyHolder keys = new GeneratedKeyHolder();
        JdbcClient.StatementSpec insert = jdbc.sql("insert into " + table + " (" + String.join(", ", row.keySet())
                + ") values (:" + String.join(", :", row.keySet()) + ")");
        for (Map.Entry<String, Object> cell : row.entrySet()) {
            insert = insert.param(cell.getKey(), cell.getValue());
        }
        if (columns(table).stream().anyMatch(Column::generated)) {
            insert.update(keys, "id");
            there.put(table + ".id", keys.getKeyAs(Long.class));
        } else {
            insert.update();
        }
    }

    private Object value(Column column) {
        number++;
        return switch (column.type()) {
            case Types.VARCHAR, Types.CHAR -> "m" + number;
            case Types.BIGINT -> (long) number;
            case Types.INTEGER -> number;
            case Types.BOOLEAN, Types.BIT -> true;
            case Types.DATE -> MOMENT.toLocalDate().plusDays(number);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> MOMENT;
            case Types.VARBINARY, Types.BINARY -> new byte[] {1};
            default -> throw new AssertionError("A column of another type: " + column);
        };
    }

    long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private Map<String, List<Column>> read() {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, EveryTable::columns);
        } catch (MetaDataAccessException fault) {
            throw new AssertionError(fault);
        }
    }

    private static Map<String, List<Column>> columns(DatabaseMetaData about) throws SQLException {
        Connection connection = about.getConnection();
        Map<String, List<Column>> tables = new TreeMap<>();
        List<String> names = new ArrayList<>();
        try (ResultSet row = about.getTables(
                connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        names.removeIf(name -> name.equalsIgnoreCase("flyway_schema_history"));
        for (String name : names) {
            Map<String, String> from = new HashMap<>();
            try (ResultSet key = about.getImportedKeys(connection.getCatalog(), connection.getSchema(), name)) {
                while (key.next()) {
                    from.put(
                            small(key.getString("FKCOLUMN_NAME")),
                            small(key.getString("PKTABLE_NAME") + "." + key.getString("PKCOLUMN_NAME")));
                }
            }
            List<Column> columns = new ArrayList<>();
            try (ResultSet column = about.getColumns(connection.getCatalog(), connection.getSchema(), name, "%")) {
                while (column.next()) {
                    String called = small(column.getString("COLUMN_NAME"));
                    columns.add(new Column(
                            called,
                            column.getInt("DATA_TYPE"),
                            "YES".equals(column.getString("IS_AUTOINCREMENT")),
                            from.getOrDefault(called, "")));
                }
            }
            tables.put(small(name), columns);
        }
        return tables;
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
