package io.dovetail.county;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What went from one review to the other. It is kept here before the other side is told, so a message that nobody hears loses
 * nothing; and each is taken in once, however often it is told.
 */
@Component
class Dispatches {

    private final JdbcClient database;
    private final Clock clock;

    Dispatches(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Sends something, unless it has been sent before. */
    void send(DispatchKind kind, String reviewId, String countyId, long subjectId, boolean tooLate) {
        database.sql("""
                        insert into dispatch (kind, review_id, county_id, subject_id, sent_at, too_late)
                        select :kind, :review, :county, :subject, :now, :late
                        where not exists (
                            select 1 from dispatch d where d.kind = :kind and d.review_id = :review
                              and d.county_id = :county and d.subject_id = :subject)
                        """)
                .param("kind", kind.name())
                .param("review", reviewId)
                .param("county", countyId)
                .param("subject", subjectId)
                .param("now", now())
                .param("late", tooLate)
                .update();
    }

    /**
     * Takes in the local findings that a county has been sent; what another step takes in at the same moment is left to it.
     *
     * @param key what is taken in is kept under this key
     */
    void takeInFindings(String countyId, String key) {
        takeIn("county_id = :whose and not too_late", countyId, DispatchKind.LOCAL_FINDINGS, key);
    }

    /** Takes in what a local review has been sent of a kind, in the order in which it was sent; nothing a second time. */
    List<Dispatch> takeIn(String reviewId, DispatchKind kind) {
        String key = UUID.randomUUID().toString();
        takeIn("review_id = :whose", reviewId, kind, key);
        return takenInWith(key);
    }

    private void takeIn(String which, String whose, DispatchKind kind, String key) {
        database.sql("update dispatch set taken_in_at = :now, taken_in_with = :key"
                        + " where kind = :kind and taken_in_at is null and " + which)
                .param("now", now())
                .param("key", key)
                .param("kind", kind.name())
                .param("whose", whose)
                .update();
    }

    /** What was taken in together, in the order in which it was sent. */
    List<Dispatch> takenInWith(String key) {
        return database.sql("select * from dispatch where taken_in_with = :key order by id")
                .param("key", key)
                .query(Dispatches::row)
                .list();
    }

    List<Dispatch> ofReview(String reviewId) {
        return database.sql("select * from dispatch where review_id = :review order by id")
                .param("review", reviewId)
                .query(Dispatches::row)
                .list();
    }

    List<Dispatch> ofCounty(String countyId) {
        return database.sql("select * from dispatch where county_id = :county order by id")
                .param("county", countyId)
                .query(Dispatches::row)
                .list();
    }

    /** When a county took in a local finding; empty while it has not. */
    Optional<Instant> takenInAt(String countyId, long findingId) {
        return database.sql("""
                        select taken_in_at from dispatch
                        where kind = 'LOCAL_FINDINGS' and county_id = :county and subject_id = :finding
                          and taken_in_at is not null""")
                .param("county", countyId)
                .param("finding", findingId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** How many local findings a county has been sent in time and has not answered. */
    int unanswered(String countyId) {
        return unanswered("d.county_id = :whose", countyId);
    }

    /** How many findings a local review has sent in time that have no answer and may still get one. */
    int unansweredOf(String reviewId) {
        return unanswered(
                "d.review_id = :whose and exists (select 1 from county_review c where c.reference = d.county_id"
                        + " and c.ended_at is null)",
                reviewId);
    }

    private int unanswered(String which, String whose) {
        return database.sql("""
                        select count(*) from dispatch d
                        where %s and d.kind = 'LOCAL_FINDINGS' and not d.too_late
                          and not exists (select 1 from county_answer a where a.finding_id = d.subject_id)
                        """.formatted(which))
                .param("whose", whose)
                .query(Integer.class)
                .single();
    }

    /** Lets the caller's transaction alone decide about a county's end: whoever sends it findings waits until it has. */
    void lock(String countyId) {
        database.sql("select id from county_review where reference = :county for update")
                .param("county", countyId)
                .query(Long.class)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Dispatch row(ResultSet row, int number) throws SQLException {
        return new Dispatch(
                DispatchKind.valueOf(row.getString("kind")),
                row.getString("review_id"),
                row.getString("county_id"),
                row.getLong("subject_id"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("taken_in_at", OffsetDateTime.class)),
                row.getBoolean("too_late"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
