package io.dovetail.keeping;

import io.dovetail.form.Shown;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of tables as entries that somebody can read: each value with its name, moments as the clock on the wall in London. */
@Component
class KeptRows {

    private final JdbcClient jdbc;

    KeptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<KeptPart.Thing> of(String table, String condition, Map<String, ?> values) {
        return jdbc.sql("select * from " + table + " where " + condition)
                .params(values)
                .query((row, index) -> entry(table, row))
                .list();
    }

    private static KeptPart.Thing entry(String table, ResultSet row) throws SQLException {
        ResultSetMetaData about = row.getMetaData();
        List<KeptPart.Fact> facts = new ArrayList<>();
        for (int at = 1; at <= about.getColumnCount(); at++) {
            String column = about.getColumnLabel(at).toLowerCase(Locale.ROOT);
            String value = written(row, at, about.getColumnType(at));
            // A row's number says nothing to anybody, and of what is not there nothing is said.
            boolean number = column.equals("id") && about.getColumnType(at) == Types.BIGINT;
            if (value != null && !number && !Columns.SECRET.contains(column)) {
                int length = about.getColumnType(at) == Types.VARCHAR ? about.getPrecision(at) : 0;
                facts.add(new KeptPart.Fact(
                        Columns.words(column),
                        Columns.chosen(value, length),
                        value.isEmpty() ? "" : Columns.mark(table, column, length)));
            }
        }
        return new KeptPart.Thing(facts);
    }

    private static @Nullable String written(ResultSet row, int at, int type) throws SQLException {
        if (type == Types.TIMESTAMP || type == Types.TIMESTAMP_WITH_TIMEZONE) {
            Timestamp moment = row.getTimestamp(at);
            return moment == null ? null : Shown.moment(moment.toInstant());
        }
        Object value = row.getObject(at);
        if (value instanceof byte[]) {
            return "(not text)";
        }
        if (value instanceof Clob text) {
            return text.getSubString(1, (int) text.length());
        }
        if (value instanceof OffsetDateTime moment) {
            return Shown.moment(moment.toInstant());
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value == null ? null : value.toString();
    }
}
