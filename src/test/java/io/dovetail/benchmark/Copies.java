package io.dovetail.benchmark;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Makes many reviews out of a few: every row that belongs to a review, of the program's own tables and of the engine's, is written
 * again for each copy, a table at a time. What names a row is changed by one rule for its kind, everywhere at once:
 *
 * <ul>
 *   <li>a reference ends in the number of the copy;
 *   <li>a number that names a row ({@code bigint}, and a {@code long} among the variables) grows by a million for each copy;
 *   <li>an id of the engine keeps its moment, and ends in the number of the copy instead of the id of the machine;
 *   <li>moments and days are earlier: those of what has ended by whole weeks up to two years, so that they are spread; those of what
 *       is under way by seconds, so that no timer is due.
 * </ul>
 *
 * While rows are written, foreign keys are not asked and indexes are away; {@link Consistency} looks at the whole afterwards.
 */
final class Copies {

    /** More than any walked review's numbers, and than the copies make of them. */
    private static final long APART = 1_000_000;

    private static final int WEEKS = 100;

    /** Of the engine: those that hold what reviews are made of. Definitions, people, settings and meters are for all. */
    private static final Set<String> OF_ALL = Set.of(
            "act_ru_jobdef",
            "act_ru_filter",
            "act_ru_batch",
            "act_ru_meter_log",
            "act_ru_task_meter_log",
            "act_hi_batch");

    /** Columns of the engine that name a definition, a person, an organisation or an element of a model. */
    private static final String SAME_FOR_ALL =
            ".*(def_id_|def_key_|deployment_id_|tenant_id_|user_id_|group_id_|act_id_|activity_id_|assignee_|owner_)";

    private final JdbcTemplate database;
    private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

    Copies(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Copies these reviews.
     *
     * @param patterns the reviews to copy
     * @param underWay how many under way there are to be in the end, patterns among them
     * @param ended how many that have ended
     */
    void make(List<WalkedReviews.Pattern> patterns, int underWay, int ended) {
        readColumns();
        lookUp(patterns, underWay, ended);
        Map<String, String> rows = rowsOfReviews();
        List<String> indexes = database.queryForList("""
                select indexdef from pg_indexes i where schemaname = 'public' and tablename in (%s)
                   and not exists (select 1 from pg_constraint c where c.conname = i.indexname)""".formatted(quoted(rows.keySet())), String.class);
        List<String> names = indexes.stream()
                .map(index -> index.replaceAll("(?i)^create (unique )?index (\\S+) on .*", "$2"))
                .toList();
        List<String> statements = new ArrayList<>(
                List.of("set session_replication_role = replica", "set maintenance_work_mem = '512MB'"));
        names.forEach(name -> statements.add("drop index " + name));
        rows.forEach((table, where) -> statements.add(copy(table, where)));
        statements.addAll(indexes);
        statements.add("set session_replication_role = origin");
        for (String table : rows.keySet()) {
            if ("bigint".equals(columns(table).get("id"))) {
                statements.add(
                        "select setval(pg_get_serial_sequence('%s', 'id'), (select coalesce(max(id), 0) + 1 from %s), false)"
                                .formatted(table, table));
            }
        }
        statements.add(
                "update review_number set last_number = last_number + (select coalesce(max(copy), 0) from copied)"
                        + " where in_year > 0");
        database.execute((Connection connection) -> {
            try (Statement one = connection.createStatement()) {
                for (String statement : statements) {
                    one.execute(statement);
                }
            }
            return statements.size();
        });
        database.execute("vacuum analyze");
    }

    private void readColumns() {
        database.query("""
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name in (
                  select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')
                order by table_name, ordinal_position""", row -> {
            columns.computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                    .put(row.getString(2), row.getString(3));
        });
    }

    /** Which copies there are to be, and which of the engine's instances make up each pattern. */
    private void lookUp(List<WalkedReviews.Pattern> patterns, int underWay, int ended) {
        database.execute("drop table if exists copied, copied_instance");
        database.execute(
                "create table copied (reference varchar(64), copy bigint, as_reference varchar(64), machine varchar(12),"
                        + " as_machine varchar(12), back interval, days integer)");
        int copy = 0;
        for (boolean over : new boolean[] {true, false}) {
            List<WalkedReviews.Pattern> like =
                    patterns.stream().filter(pattern -> pattern.ended() == over).toList();
            int shares = like.stream().mapToInt(WalkedReviews.Pattern::share).sum();
            int missing = (over ? ended : underWay) - like.size();
            int made = 0;
            int share = 0;
            for (WalkedReviews.Pattern pattern : like) {
                share += pattern.share();
                int upTo = (int) ((long) missing * share / shares);
                insert(pattern, copy + 1, copy + upTo - made);
                copy += upTo - made;
                made = upTo;
            }
        }
        database.execute("create index on copied (reference)");
        database.execute("""
                create table copied_instance as
                select p.BUSINESS_KEY_ as reference, i.PROC_INST_ID_ as id from ACT_HI_PROCINST p
                join ACT_HI_PROCINST i on i.ROOT_PROC_INST_ID_ = p.PROC_INST_ID_
                where p.PROC_INST_ID_ = p.ROOT_PROC_INST_ID_ and p.BUSINESS_KEY_ in (select reference from copied)
                union
                select p.BUSINESS_KEY_, e.PROC_INST_ID_ from ACT_RU_EXECUTION p
                join ACT_RU_EXECUTION e on e.ROOT_PROC_INST_ID_ = p.ID_
                where p.ID_ = p.ROOT_PROC_INST_ID_ and p.BUSINESS_KEY_ in (select reference from copied)""");
        database.execute("analyze copied");
    }

    private void insert(WalkedReviews.Pattern pattern, int from, int to) {
        database.update(
                """
                insert into copied
                select ?, n, regexp_replace(?, '\\d+$', '') || (100000 + n), m.machine, lpad(to_hex(n), 12, '0'),
                       case when ? then make_interval(weeks => (n %% %d)::integer) else make_interval(secs => n) end,
                       case when ? then 7 * (n %% %d) else 0 end
                from generate_series(?, ?) n,
                     (select right(min(PROC_INST_ID_), 12) as machine from ACT_HI_PROCINST) m""".formatted(WEEKS, WEEKS),
                pattern.reference(),
                pattern.reference(),
                pattern.ended(),
                pattern.ended(),
                from,
                to);
    }

    /** The tables of which reviews have rows, each with the name of its own row as {@code t} and what joins it to a review. */
    private Map<String, String> rowsOfReviews() {
        Map<String, String> rows = new LinkedHashMap<>();
        Map<String, List<String[]>> parents = database
                .query("""
                        select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, f.attname
                        from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
                        where c.contype = 'f' and c.conrelid <> c.confrelid""", (row, number) ->
                        new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)})
                .stream()
                .collect(Collectors.groupingBy(key -> key[0]));
        for (String table : columns.keySet()) {
            String of = table.startsWith("act_") ? ofInstance(table) : ofReview(table, parents);
            if (of != null) {
                rows.put(table, of);
            }
        }
        return rows;
    }

    /** Whose review a row of a table of our own is, as it or the row that it belongs to says; none where no key leads to one. */
    private @Nullable String ofReview(String table, Map<String, List<String[]>> parents) {
        Map<String, String> names = columns(table);
        if (table.startsWith("copied")) {
            return null;
        }
        if (names.containsKey("review_id")) {
            return "t.review_id";
        }
        if (Set.of("review", "review_reference").contains(table)) {
            return "t.reference";
        }
        for (String[] key : parents.getOrDefault(table, List.of())) {
            String parent = ofReview(key[2], parents);
            if (parent != null) {
                return "(select %s from %s %s where %s.%s = t.%s)"
                        .formatted(parent.replace("t.", key[2] + "."), key[2], key[2], key[2], key[3], key[1]);
            }
        }
        return null;
    }

    /** The same for a row of the engine's: by the process instance that it belongs to. */
    private @Nullable String ofInstance(String table) {
        if (!table.matches("act_(ru|hi|ge)_.*") || OF_ALL.contains(table)) {
            return null;
        }
        Map<String, String> names = columns(table);
        if (names.containsKey("proc_inst_id_")) {
            return instance("t.proc_inst_id_");
        }
        if (names.containsKey("process_instance_id_")) {
            return instance("t.process_instance_id_");
        }
        return switch (table) {
            case "act_ru_identitylink" ->
                instance("(select o.proc_inst_id_ from act_ru_task o where o.id_ = t.task_id_)");
            case "act_hi_identitylink" ->
                instance("(select o.proc_inst_id_ from act_hi_taskinst o where o.id_ = t.task_id_)");
            case "act_ge_bytearray" ->
                instance("(select o.proc_inst_id_ from act_ru_variable o where o.bytearray_id_ = t.id_)");
            case "act_hi_dec_in", "act_hi_dec_out" ->
                instance("(select o.proc_inst_id_ from act_hi_decinst o where o.id_ = t.dec_inst_id_)");
            case "act_ru_authorization" ->
                instance(
                        "coalesce((select o.proc_inst_id_ from act_ru_task o where o.id_ = t.resource_id_), t.resource_id_)");
            default -> null;
        };
    }

    private static String instance(String id) {
        return "(select i.reference from copied_instance i where i.id = %s)".formatted(id);
    }

    private String copy(String table, String of) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        columns(table).forEach((name, type) -> {
            names.add(name);
            values.add(table.startsWith("act_") ? ofEngine(table, name, type) : own(name, type));
        });
        return "insert into %s (%s) select %s from (select t.*, %s as of_review from %s t) t join copied c on c.reference = t.of_review"
                .formatted(table, String.join(", ", names), String.join(", ", values), of, table);
    }

    private static String own(String name, String type) {
        return switch (type) {
            case "bigint" -> "t.%s + c.copy * %d".formatted(name, APART);
            case "timestamp with time zone" -> "t.%s - c.back".formatted(name);
            case "date" -> "t.%s - c.days".formatted(name);
            // A random id, of a mail or an invitation, ends in the number of the copy; whatever else is text names the
            // review.
            case "character varying" -> """
                    case when t.%1$s ~ '^[0-9a-f-]{36}($|@)' then left(t.%1$s, 24) || c.as_machine || substr(t.%1$s, 37)
                    else replace(t.%1$s, c.reference, c.as_reference) end""".formatted(name);
            default -> "t." + name;
        };
    }

    private String ofEngine(String table, String name, String type) {
        if (type.startsWith("timestamp")) {
            return "t.%s - c.back".formatted(name);
        }
        boolean variable = columns(table).containsKey("long_");
        String typed = columns(table).containsKey("var_type_") ? "t.var_type_" : "t.type_";
        if (variable && "long_".equals(name)) {
            return "case when %s = 'long' then t.long_ + c.copy * %d else t.long_ end".formatted(typed, APART);
        }
        if (variable && "text_".equals(name)) {
            return "case when %s = 'long' then (t.long_ + c.copy * %d)::text else %s end"
                    .formatted(typed, APART, named("t.text_"));
        }
        if ("bytes_".equals(name)) {
            return "convert_to(%s, 'UTF8')".formatted(named("convert_from(t.bytes_, 'UTF8')"));
        }
        return "character varying".equals(type) && !name.matches(SAME_FOR_ALL) ? named("t." + name) : "t." + name;
    }

    private static String named(String text) {
        return "replace(replace(%s, c.machine, c.as_machine), c.reference, c.as_reference)".formatted(text);
    }

    private Map<String, String> columns(String table) {
        return Objects.requireNonNull(columns.get(table), table);
    }

    private static String quoted(Set<String> names) {
        return names.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
    }
}
