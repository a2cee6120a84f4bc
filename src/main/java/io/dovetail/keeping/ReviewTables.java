package io.dovetail.keeping;

import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Which tables hold something about one review, and which of their rows: found by the keys between the tables, from a review's
 * reference down, so that a new table belongs to it by the key it has.
 */
@Component
public class ReviewTables {

    /** References stay for good, so that none is given twice. */
    private static final String ROOT = "review_reference";

    private static final String REFERENCE = "reference";

    private final DataSource database;
    private @Nullable Map<String, String> found;

    ReviewTables(DataSource database) {
        this.database = database;
    }

    /** One column that names a row of another table. */
    private record Key(String column, String ofTable, String ofColumn) {}

    /**
     * Each such table in small letters, a table that others point to before those, with the condition that its rows fulfil for the
     * review {@code :reference}.
     */
    public synchronized Map<String, String> conditions() {
        Map<String, String> known = found;
        if (known == null) {
            known = conditions(keys());
            found = known;
        }
        return known;
    }

    private static Map<String, String> conditions(Map<String, List<Key>> all) {
        Map<String, List<Key>> keys = thatLeadToAReview(all);
        Map<String, String> conditions = new LinkedHashMap<>();
        while (conditions.size() < keys.size()) {
            int before = conditions.size();
            keys.forEach((table, of) -> {
                if (!conditions.containsKey(table)
                        && of.stream()
                                .allMatch(key -> key.ofTable().equals(ROOT) || conditions.containsKey(key.ofTable()))) {
                    conditions.put(table, condition(of, conditions));
                }
            });
            if (conditions.size() == before) {
                throw new IllegalStateException("Tables point to each other in a circle: " + keys.keySet());
            }
        }
        return conditions;
    }

    private static Map<String, List<Key>> thatLeadToAReview(Map<String, List<Key>> all) {
        Set<String> reached = new TreeSet<>(Set.of(ROOT));
        int before;
        do {
            before = reached.size();
            all.forEach((table, of) -> {
                if (of.stream().map(Key::ofTable).anyMatch(reached::contains)) {
                    reached.add(table);
                }
            });
        } while (reached.size() > before);
        Map<String, List<Key>> keys = new TreeMap<>();
        all.forEach((table, of) -> {
            List<Key> there =
                    of.stream().filter(key -> reached.contains(key.ofTable())).toList();
            if (!there.isEmpty()) {
                keys.put(table, there);
            }
        });
        return keys;
    }

    private static String condition(List<Key> keys, Map<String, String> conditions) {
        List<String> direct = keys.stream()
                .filter(key -> key.ofColumn().equals(REFERENCE))
                .map(key -> key.column() + " = :reference")
                .toList();
        if (!direct.isEmpty()) {
            return String.join(" or ", direct);
        }
        return String.join(
                " or ",
                keys.stream()
                        .map(key -> key.column() + " in (select " + key.ofColumn() + " from " + key.ofTable()
                                + " where " + conditions.get(key.ofTable()) + ")")
                        .toList());
    }

    /** Of each table that points to others, to which and by what. */
    private Map<String, List<Key>> keys() {
        try {
            return JdbcUtils.extractDatabaseMetaData(database, about -> {
                Connection connection = about.getConnection();
                Map<String, List<Key>> keys = new TreeMap<>();
                for (String table : OwnTables.names(about)) {
                    try (ResultSet row =
                            about.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
                        while (row.next()) {
                            keys.computeIfAbsent(OwnTables.small(table), name -> new ArrayList<>())
                                    .add(new Key(
                                            OwnTables.small(row.getString("FKCOLUMN_NAME")),
                                            OwnTables.small(row.getString("PKTABLE_NAME")),
                                            OwnTables.small(row.getString("PKCOLUMN_NAME"))));
                        }
                    }
                }
                return keys;
            });
        } catch (MetaDataAccessException fault) {
            throw new IllegalStateException("The database does not say which tables it has.", fault);
        }
    }
}
