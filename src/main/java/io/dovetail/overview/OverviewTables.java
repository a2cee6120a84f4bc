package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DaysLost;
import io.dovetail.deferral.DeferralEvent;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the overview and the list of reviews tell: one statement a question, however many reviews there are and however long
 * each is. What has changed since a day is read from what is only ever added to: entries, events, days.
 */
@Component
class OverviewTables {

    private static final String WANTED = """
            r.area in (:areas)
              and (:stage = '' or r.stage = :stage)
              and (:state = '' or r.state = :state)
              and (:organisation = '' or exists (
                select 1 from review_body b where b.review_id = r.reference and b.body_id = :organisation) or exists (
                select 1 from body_request a where a.review_id = r.reference and a.body_id = :organisation))
              and (:waits = 'ANY' or exists (
                select 1 from body_request w
                where w.review_id = r.reference and w.closed_at is null
                  and (:organisation = '' or w.body_id = :organisation)
                  and (:waits = 'WAITING' or w.answer_due_at < :now)
                  and (:waits <> 'NEWLY_OVERDUE' or w.answer_due_at >= :newly)))
            """;

    private static final String TIMES_SINCE =
            "(select count(*) from ledger_entry l where l.review_id = r.reference and l.entered_at >= :since)";

    private static final String MOVED_SINCE = """
            case when r.opened_at < :since and r.closed_at is null and exists (
              select 1 from stage_reached s where s.review_id = r.reference and s.reached_at >= :since) then 1 else 0 end""";

    private static final String STOOD_SINCE =
            "coalesce((select sum(s.days) from stood_still s where s.review_id = r.reference and s.recorded_at >= :since), 0)";

    /** The reviews that are wanted, what each is sorted by, and what has become of it since that day, as ones and noughts. */
    private static final String FOUND = """
            with found as (
              select r.*, %s as sort_key, %s as times_since, %s as moved, %s as stood_since,
                     case when r.opened_at < :since and r.closed_at is null then 1 else 0 end as there,
                     case when r.opened_at >= :since then 1 else 0 end as proposed,
                     case when r.closed_at >= :since then 1 else 0 end as ended
              from review r
              where %s
            ), changed as (
              select found.*, case when times_since > 0 then 1 else 0 end as delayed, there - moved as still from found
            ), counted as (
              select changed.*,
                     sum(moved) over () as moved_in_all, sum(still) over () as still_in_all, sum(delayed) over () as delayed_in_all,
                     sum(proposed) over () as proposed_in_all, sum(ended) over () as ended_in_all,
                     sum(stood_since) over () as stood_since_in_all
              from changed
            ), placed as (
              select counted.*, count(*) over () as in_all, row_number() over (order by %s) as place
              from counted
              where %s
            )
            select p.*,
                   coalesce((select max(n.number) from ledger_entry n where n.review_id = p.reference), p.times_put_off) as times,
                   (select t.tier from tier_reached t where t.review_id = p.reference) as tier,
                   (select sum(s.days) from stood_still s where s.review_id = p.reference) as stood,
                   (select sum(s.days) from stood_still s
                    where s.review_id = p.reference and s.recorded_at < :since) as stood_before,
                   (select g.stage from stage_reached g where g.review_id = p.reference and g.reached_at < :since
                    order by g.reached_at desc, g.id desc fetch first 1 row only) as stage_before
            from placed p
            where p.place > :skip and p.place <= :skip + :page
            order by p.place
            """;

    private static final String DEFERRALS = """
            select d.review_id, d.opened_at,
                   (select e.new_on from ledger_entry e where e.deferral_id = d.id
                    order by e.number desc fetch first 1 row only) as planned_to,
                   (select e.new_on from ledger_entry e where e.deferral_id = d.id and e.entered_at < :since
                    order by e.number desc fetch first 1 row only) as planned_before,
                   (select min(v.happened_at) from deferral_event v
                    where v.deferral_id = d.id and v.kind in (:endings)) as ended_at
            from deferral d join review r on r.reference = d.review_id
            where d.review_id in (:references) or %s
            order by d.id""";

    private static final String LASTED_SINCE = """
              and (d.opened_at >= :since or not exists (
                select 1 from deferral_event f
                where f.deferral_id = d.id and f.kind in (:endings) and f.happened_at < :since))
            """;

    // As long as no day is named, nothing has happened since.
    private static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient tables;
    private final WorkingDays workingDays;
    private final Clock clock;

    OverviewTables(JdbcClient tables, WorkingDays workingDays, Clock clock) {
        this.tables = tables;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** A review as its table has it, and how many are found. */
    record FoundReview(
            String reference,
            String title,
            String area,
            Stage stage,
            Instant stageSince,
            ReviewState state,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable LocalDate putOffSince,
            int times,
            int timesSince,
            @Nullable Integer tier,
            int stood,
            int stoodBefore,
            @Nullable Stage stageBefore,
            int stoodSinceInAll,
            int inAll,
            Map<Change, Integer> changes) {}

    /** A postponement of a review: as it is, and as it was before the day the overview is compared with. */
    record ComparedDeferral(String reviewId, DaysLost.Wait now, DaysLost.@Nullable Wait before) {}

    /** The day before today on which people worked last. */
    LocalDate lastWorkingDay() {
        return workingDays.minus(workingDays.today(), 1);
    }

    /**
     * The reviews that are wanted, in their order, on one page.
     *
     * @param page from 1
     * @param size how many one page holds
     */
    List<FoundReview> found(Wanted wanted, int page, int size) {
        LocalDate since = wanted.since();
        Change change = wanted.change();
        String sql = FOUND.formatted(
                wanted.sort().key(),
                since == null ? "0" : TIMES_SINCE,
                since == null ? "0" : MOVED_SINCE,
                since == null ? "0" : STOOD_SINCE,
                WANTED,
                wanted.sort().order(),
                since == null || change == null ? "1 = 1" : change.column() + " = 1");
        return bound(sql, wanted)
                .param("skip", (page - 1) * size)
                .param("page", size)
                .query(OverviewTables::found)
                .list();
    }

    /** That statement with what says which reviews are wanted, and since when. */
    private JdbcClient.StatementSpec bound(String sql, Wanted wanted) {
        Stage stage = wanted.stage();
        ReviewState state = wanted.state();
        LocalDate since = wanted.since();
        return tables.sql(sql)
                // A list in SQL is never empty; no area has an empty id.
                .param("areas", wanted.areas().isEmpty() ? Set.of("") : wanted.areas())
                .param("stage", stage == null ? "" : stage.name())
                .param("state", state == null ? "" : state.name())
                .param("organisation", Objects.requireNonNullElse(wanted.organisation(), ""))
                .param("waits", wanted.waits().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("newly", begin(since == null ? lastWorkingDay() : since))
                .param("since", begin(since));
    }

    /** When that day begins in London; a moment that never comes where no day is named. */
    static OffsetDateTime begin(@Nullable LocalDate day) {
        return day == null
                ? NEVER
                : day.atStartOfDay(WorkingDays.ZONE).toInstant().atOffset(ZoneOffset.UTC);
    }

    /**
     * Every postponement of these reviews, as it is and as it was when the day began that they are compared with; and, where there is
     * one, of all reviews that are wanted those that have lasted since then, so that what they cost in all can be told.
     */
    List<ComparedDeferral> deferrals(Set<String> references, Wanted wanted) {
        OffsetDateTime since = begin(wanted.since());
        return bound(DEFERRALS.formatted(wanted.since() == null ? "1 = 0" : WANTED + LASTED_SINCE), wanted)
                // A list in SQL is never empty; no review has an empty reference.
                .param("references", references.isEmpty() ? Set.of("") : references)
                .param("endings", DeferralEvent.Kind.endings())
                .query((row, number) -> putOff(row, since.toInstant()))
                .list();
    }

    private ComparedDeferral putOff(ResultSet row, Instant since) throws SQLException {
        Instant opened = moment(row, "opened_at");
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        LocalDate from = workingDays.dateOf(opened);
        LocalDate ended = endedAt == null ? null : workingDays.dateOf(endedAt.toInstant());
        boolean endedBefore = endedAt != null && endedAt.toInstant().isBefore(since);
        return new ComparedDeferral(
                row.getString("review_id"),
                new DaysLost.Wait(from, row.getObject("planned_to", LocalDate.class), ended),
                opened.isBefore(since)
                        ? new DaysLost.Wait(
                                from, row.getObject("planned_before", LocalDate.class), endedBefore ? ended : null)
                        : null);
    }

    private static FoundReview found(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        int tier = row.getInt("tier");
        String stageBefore = row.getString("stage_before");
        Map<Change, Integer> changes = new EnumMap<>(Change.class);
        for (Change change : Change.values()) {
            changes.put(change, row.getInt(change.column() + "_in_all"));
        }
        return new FoundReview(
                row.getString("reference"),
                row.getString("title"),
                row.getString("area"),
                Stage.valueOf(row.getString("stage")),
                moment(row, "stage_since"),
                ReviewState.valueOf(row.getString("state")),
                moment(row, "opened_at"),
                closed == null ? null : closed.toInstant(),
                row.getObject("put_off_since", LocalDate.class),
                row.getInt("times"),
                row.getInt("times_since"),
                tier == 0 ? null : tier,
                row.getInt("stood"),
                row.getInt("stood_before"),
                stageBefore == null ? null : Stage.valueOf(stageBefore),
                row.getInt("stood_since_in_all"),
                row.getInt("in_all"),
                changes);
    }

    /** The moment in that column. */
    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
