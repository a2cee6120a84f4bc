package io.dovetail.keeping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes whatever is kept about reviews that ended long ago, but for their references: none is given twice. A county review goes
 * once every review that had to do with it has gone.
 */
@Component
class OldReviews implements Forgetful {

    /** So that a night's work stays short, whatever has come together. */
    private static final int A_NIGHT = 200;

    private static final String ENDED = """
            select r.reference from review r
            where r.closed_at < :before and not exists (
              select 1 from body_request b where b.review_id = r.reference and b.closed_at is null)
            order by r.closed_at
            fetch first %d rows only""".formatted(A_NIGHT);

    private static final String COUNTY_ENDED = """
            select c.reference from county_review c
            where c.ended_at < :before
              and not exists (select 1 from county_link l where l.county_id = c.reference)
              and not exists (select 1 from county_claim l where l.county_id = c.reference)
              and not exists (select 1 from county_left_behind l where l.county_id = c.reference)
              and not exists (select 1 from county_answer l where l.county_id = c.reference)
              and not exists (select 1 from dispatch l where l.county_id = c.reference)
            order by c.ended_at
            fetch first %d rows only""".formatted(A_NIGHT);

    private final JdbcClient jdbc;
    private final ReviewTables tables;

    OldReviews(JdbcClient jdbc, ReviewTables tables) {
        this.jdbc = jdbc;
        this.tables = tables;
    }

    @Override
    public String what() {
        return "reviews";
    }

    @Override
    public Period kept(KeepSettings settings) {
        return settings.reviews();
    }

    @Override
    public int forget(Instant before) {
        OffsetDateTime moment = before.atOffset(ZoneOffset.UTC);
        int gone = 0;
        for (String which : List.of(ENDED, COUNTY_ENDED)) {
            List<String> references =
                    jdbc.sql(which).param("before", moment).query(String.class).list();
            references.forEach(this::delete);
            gone += references.size();
        }
        // Begun and never said of which review.
        jdbc.sql("delete from matter where review_id is null and raised_at < :before")
                .param("before", moment)
                .update();
        return gone;
    }

    private void delete(String reference) {
        List<String> childrenFirst = new ArrayList<>(tables.conditions().keySet());
        Collections.reverse(childrenFirst);
        for (String table : childrenFirst) {
            jdbc.sql("delete from " + table + " where " + tables.conditions().get(table))
                    .param("reference", reference)
                    .update();
        }
    }
}
