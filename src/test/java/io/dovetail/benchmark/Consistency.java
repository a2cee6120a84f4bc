package io.dovetail.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whether a database that {@link Copies} has filled is whole: nothing in it names a row that is not there. */
final class Consistency {

    /** What the copies refer to without a key of the database: a table and its column, then the table and column that it names. */
    private static final List<String[]> NAMES = List.of(
            new String[] {"act_ru_execution", "business_key_", "review", "reference"},
            new String[] {"act_hi_procinst", "business_key_", "review", "reference"},
            new String[] {"act_hi_actinst", "proc_inst_id_", "act_hi_procinst", "proc_inst_id_"},
            new String[] {"act_hi_taskinst", "proc_inst_id_", "act_hi_procinst", "proc_inst_id_"},
            new String[] {"act_ru_task", "id_", "act_hi_taskinst", "id_"},
            new String[] {"act_ru_job", "process_instance_id_", "act_ru_execution", "id_"},
            new String[] {"finding_check", "review_id", "review", "reference"},
            new String[] {"evidence_item", "request_id", "body_request", "id"},
            new String[] {"evidence_answer", "request_id", "body_request", "id"},
            new String[] {"availability", "request_id", "body_request", "id"},
            new String[] {"new_wording", "finding_id", "finding", "id"},
            new String[] {"recommendation", "finding_id", "finding", "id"},
            new String[] {"progress_report", "recommendation_id", "recommendation", "id"},
            new String[] {"notice", "request_id", "body_request", "id"});

    private final JdbcTemplate database;

    Consistency(JdbcTemplate database) {
        this.database = database;
    }

    /** Fails, naming them, if there are rows that name rows which are not there. */
    void assertWhole() {
        assertThat(astray()).as("rows that name rows which are not there").isEmpty();
    }

    /** The rows that name rows which are not there: how many, of which table, by which column. */
    List<String> astray() {
        List<String[]> names = new ArrayList<>(NAMES);
        names.addAll(database.query("""
                select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text, f.attname
                from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                join pg_attribute f on f.attrelid = c.confrelid and f.attnum = c.confkey[1]
                where c.contype = 'f'""", (row, number) ->
                new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)}));
        List<String> astray = new ArrayList<>();
        for (String[] name : names) {
            Long missing = database.queryForObject(
                    "select count(*) from %s t where t.%s is not null and not exists (select 1 from %s o where o.%s = t.%s)"
                            .formatted(name[0], name[1], name[2], name[3], name[1]),
                    Long.class);
            if (missing == null || missing > 0) {
                astray.add("%d rows of %s by %s".formatted(missing, name[0], name[1]));
            }
        }
        return astray;
    }

    /** How many reviews there are in that state. */
    long reviews(boolean ended) {
        Long count = database.queryForObject(
                "select count(*) from review where (state <> 'RUNNING') = ?", Long.class, ended);
        return count == null ? 0 : count;
    }
}
