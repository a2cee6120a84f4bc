package io.dovetail.deferral;

import io.dovetail.directory.Author;
import io.dovetail.review.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all that the ledger of one review is made of: three statements, however often it was put off. */
@Component
public class LedgerRead {

    private final JdbcClient tables;
    private final StoodStillStore stoodStill;

    LedgerRead(JdbcClient tables, StoodStillStore stoodStill) {
        this.tables = tables;
        this.stoodStill = stoodStill;
    }

    /**
     * What was read.
     *
     * @param entries the entries, in the order of their numbers
     * @param behind the requests behind each entry, by the entry's number in the table
     * @param stops each postponement from beginning to end, in their order
     * @param stoodStill when it stood still, in the order in which it was entered
     */
    public record LedgerData(
            List<LedgerEntry> entries,
            Map<Long, List<DeferralRequest>> behind,
            List<DeferralTime> stops,
            List<StoodStill> stoodStill) {

        /** Takes copies of the lists. */
        public LedgerData {
            entries = List.copyOf(entries);
            behind = Map.copyOf(behind);
            stops = List.copyOf(stops);
            stoodStill = List.copyOf(stoodStill);
        }

        List<DeferralRequest> behind(LedgerEntry entry) {
            return behind.getOrDefault(entry.key(), List.of());
        }
    }

    /**
     * A postponement from beginning to end.
     *
     * @param number its number in the table
     * @param stage the stage that it interrupted
     * @param openedAt when it began
     * @param plannedTo the day it was put off to; none while that has not been entered
     * @param endedAt when the review went on; none while it has not
     * @param ended how it ended; none while it has not
     */
    public record DeferralTime(
            long number,
            Stage stage,
            Instant openedAt,
            @Nullable LocalDate plannedTo,
            @Nullable Instant endedAt,
            DeferralEvent.@Nullable Kind ended) {}

    /** Everything of that review. */
    public LedgerData of(String reviewId) {
        Map<Long, LedgerEntry> entries = new LinkedHashMap<>();
        Map<Long, List<DeferralRequest>> behind = new LinkedHashMap<>();
        tables.sql("""
                        select e.id as entry_id, e.deferral_id, e.number, e.stage, e.old_on, e.new_on as entered_to, e.days_lost,
                               e.days_lost_in_all, e.tier, e.entered_at, q.*
                        from ledger_entry e
                          left join ledger_reason r on r.ledger_entry_id = e.id
                          left join deferral_request q on q.id = r.request_id
                        where e.review_id = :review
                        order by e.number, q.id""").param("review", reviewId).query(row -> {
            long entry = row.getLong("entry_id");
            if (!entries.containsKey(entry)) {
                entries.put(entry, entry(row, reviewId));
            }
            DeferralRequest request = request(row, reviewId);
            if (request != null) {
                behind.computeIfAbsent(entry, none -> new ArrayList<>()).add(request);
            }
        });
        return new LedgerData(
                List.copyOf(entries.values()), behind, stops(reviewId), stoodStill.findByReviewIdOrderById(reviewId));
    }

    private List<DeferralTime> stops(String reviewId) {
        return tables.sql("""
                        select d.id, d.stage, d.opened_at,
                               (select e.new_on from ledger_entry e where e.deferral_id = d.id
                                order by e.number desc fetch first 1 row only) as planned_to,
                               v.happened_at, v.kind
                        from deferral d
                          left join deferral_event v on v.id = (
                            select min(f.id) from deferral_event f where f.deferral_id = d.id and f.kind in (:endings))
                        where d.review_id = :review
                        order by d.id""")
                .param("review", reviewId)
                .param("endings", DeferralEvent.Kind.endings())
                .query((row, number) -> {
                    String kind = row.getString("kind");
                    return new DeferralTime(
                            row.getLong("id"),
                            Stage.valueOf(row.getString("stage")),
                            moment(row, "opened_at"),
                            row.getObject("planned_to", LocalDate.class),
                            kind == null ? null : moment(row, "happened_at"),
                            kind == null ? null : DeferralEvent.Kind.valueOf(kind));
                })
                .list();
    }

    private static LedgerEntry entry(ResultSet row, String reviewId) throws SQLException {
        return new LedgerEntry(
                row.getLong("entry_id"),
                reviewId,
                row.getLong("deferral_id"),
                row.getInt("number"),
                Stage.valueOf(row.getString("stage")),
                row.getObject("old_on", LocalDate.class),
                row.getObject("entered_to", LocalDate.class),
                row.getInt("days_lost"),
                row.getInt("days_lost_in_all"),
                row.getInt("tier"),
                moment(row, "entered_at"));
    }

    private static @Nullable DeferralRequest request(ResultSet row, String reviewId) throws SQLException {
        String category = row.getString("category");
        return category == null
                ? null
                : new DeferralRequest(
                        row.getLong("id"),
                        reviewId,
                        row.getString("body_id"),
                        DeferralReason.valueOf(category),
                        row.getString("reason"),
                        row.getObject("new_on", LocalDate.class),
                        row.getString("needed"),
                        row.getString("safeguard"),
                        row.getBoolean("taken_away"),
                        author(row),
                        moment(row, "asked_at"));
    }

    private static @Nullable Author author(ResultSet row) throws SQLException {
        String personId = row.getString("person_id");
        return personId == null ? null : new Author(personId, row.getString("person_name"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
