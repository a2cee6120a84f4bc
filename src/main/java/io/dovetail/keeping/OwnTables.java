package io.dovetail.keeping;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** The program's own tables, the engine's not among them, and the columns of each that hold text; as the database says itself. */
@Component
class OwnTables {

    private static final String[] TABLES = {"TABLE", "BASE TABLE"};
    private static final String HISTORY_OF_MIGRATIONS = "flyway_schema_history";

    private final DataSource database;
    private @Nullable Map<String, List<String>> found;

    OwnTables(DataSource database) {
        this.database = database;
    }

    /** The text columns of each table, both in small letters. */
    synchronized Map<String, List<String>> texts() {
        Map<String, List<String>> known = found;
        if (known == null) {
            try {
                known = JdbcUtils.extractDatabaseMetaData(database, OwnTables::read);
            } catch (MetaDataAccessException fault) {
                throw new IllegalStateException("The database does not say which tables it has.", fault);
            }
            found = known;
        }
        return known;
    }

    /** The names of the tables as the database writes them. */
    static List<String> names(DatabaseMetaData about) throws SQLException {
        Connection connection = about.getConnection();
        List<String> names = new ArrayList<>();
        try (ResultSet row = about.getTables(connection.getCatalog(), connection.getSchema(), "%", TABLES)) {
            while (row.next()) {
                String name = row.getString("TABLE_NAME");
                if (!small(name).startsWith("act_") && !small(name).equals(HISTORY_OF_MIGRATIONS)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Map<String, List<String>> read(DatabaseMetaData about) throws SQLException {
        Connection connection = about.getConnection();
        Map<String, List<String>> tables = new TreeMap<>();
        for (String name : names(about)) {
            List<String> texts = new ArrayList<>();
            try (ResultSet column = about.getColumns(connection.getCatalog(), connection.getSchema(), name, "%")) {
                while (column.next()) {
                    if (column.getInt("DATA_TYPE") == Types.VARCHAR) {
                        texts.add(small(column.getString("COLUMN_NAME")));
                    }
                }
            }
            tables.put(small(name), texts);
        }
        return tables;
    }

    static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
