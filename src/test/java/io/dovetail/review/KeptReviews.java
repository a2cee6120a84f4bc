package io.dovetail.review;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews that are in the tables and nothing more, for tests of what belongs to one. */
public final class KeptReviews {

    private KeptReviews() {}

    /** Keeps the reference of one, of a locality or of a county. */
    public static void keepReference(JdbcClient tables, String reference) {
        tables.sql("insert into review_reference (reference) values (:reference)")
                .param("reference", reference)
                .update();
    }

    /** Keeps one of a locality by this reference. */
    public static void keep(JdbcClient tables, String reference) {
        keepReference(tables, reference);
        tables.sql("""
                        insert into review (reference, title, area, need, wanted_month, times_put_off, proposed_by,
                            proposed_by_name, commitment, stage, stage_since, state, opened_at)
                        values (:reference, 'Crisis care at night', 'northmerrow', 'They are handed on.',
                            date '2026-10-01', 0, 'zoe', 'Zoë Hartley', 'We keep a room free.', 'PROPOSAL',
                            current_timestamp, 'RUNNING', current_timestamp)
                        """).param("reference", reference).update();
    }
}
