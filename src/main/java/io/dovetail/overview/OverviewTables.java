package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DaysLost;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what the overview and the list of reviews tell: one statement a question, however many reviews there are and however long
 * each is. What has changed since a day is read from what is only ever added to, or written once: entries, stages, days.
 */
@Component
class OverviewTables {

    /**
     * The reviews of one page and, from one look at all that are wanted, how many there are. Only for those of the page is anything
     * looked up: however many reviews there are, that takes the same time.
     */
    private static final String FOUND = """
            with page as (
              select r.id, %1$s as sort_key
              from review r%2$s
              where %3$s and %4$s
              order by %7$s
              offset :skip rows fetch next :page rows only
            ), counted as (
              select count(*) filter (where %4$s) as in_all, %6$s
              from %8$s
            )
            select r.*, c.*,
                   coalesce((select max(n.number) from ledger_entry n where n.review_id = r.reference), r.times_put_off) as times,
                   (select count(*) from ledger_entry l where l.review_id = r.reference and l.entered_at >= :since) as times_since,
                   (select f.tier from so_far f where f.review_id = r.reference) as tier,
                   (select sum(s.days) from stood_still s where s.review_id = r.reference) as stood,
                   (select sum(s.days) from stood_still s
                    where s.review_id = r.reference and s.recorded_at < :since) as stood_before,
                   (select g.stage from stage_reached g where g.review_id = r.reference and g.reached_at < :since
                    order by g.reached_at desc, g.id desc fetch first 1 row only) as stage_before
            from page p join review r on r.id = p.id cross join counted c
            order by %5$s
            """;

    private static final String NOTHING_SINCE = inAll(change -> "false") + "0 as stood_since_in_all";

    private static final String STOOD_SINCE = """
            (select coalesce(sum(s.days), 0) from stood_still s join review r on r.reference = s.review_id
             where s.recorded_at >= :since and %s) as stood_since_in_all""";

    /** Postponements from, until and ended on the same days are counted together, but for those of the reviews that are shown. */
    private static final String DEFERRALS = """
            select review_id, from_on, planned_to, planned_before, ended_on, count(*) as times
            from (
              select case when d.review_id in (:references) then d.review_id end as review_id,
                     coalesce(d.from_on, cast(d.opened_at at time zone 'Europe/London' as date)) as from_on,
                     d.until_on as planned_to,
                     case when d.entered_on < :sinceOn then d.until_on end as planned_before,
                     d.ended_on
              from deferral d
              where d.review_id in (:references)%s
            ) compared
            group by review_id, from_on, planned_to, planned_before, ended_on""";

    private static final String LASTED_SINCE = " or (d.ended_on is null or d.ended_on >= :sinceOn)";

    private static final String OF_THOSE = " and d.review_id in (select r.reference from review r where %s)";

    // As long as no day is named, nothing has happened since.
    private static final OffsetDateTime NEVER = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcClient tables;
    private final WorkingDays workingDays;
    private final Directory directory;
    private final Seats seats;
    private final Clock clock;

    OverviewTables(JdbcClient tables, WorkingDays workingDays, Directory directory, Seats seats, Clock clock) {
        this.tables = tables;
        this.workingDays = workingDays;
        this.directory = directory;
        this.seats = seats;
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

    /**
     * Postponements: as they are, and as they were before the day the overview is compared with.
     *
     * @param reviewId whose they are; none where their review is not shown
     * @param times how many there are of the same days
     */
    record ComparedDeferral(@Nullable String reviewId, DaysLost.Wait now, DaysLost.@Nullable Wait before, int times) {}

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
        String which = which(wanted);
        Sort sort = wanted.sort();
        String sql = FOUND.formatted(
                sort.key(),
                sort.from(),
                which,
                since == null || change == null ? "1 = 1" : change.condition(),
                sort.order(),
                since == null ? NOTHING_SINCE : inAll(Change::condition) + STOOD_SINCE.formatted(which),
                sort.indexed(),
                isOneWhole(wanted) ? "review_body where body_id = :organisation" : "review r where " + which);
        return bound(sql, wanted)
                .param("skip", (page - 1) * size)
                .param("page", size)
                .query(OverviewTables::found)
                .list();
    }

    /** How many changed in each way, each with that condition. */
    private static String inAll(Function<Change, String> condition) {
        return Arrays.stream(Change.values())
                .map(change ->
                        "count(*) filter (where %s) as %s_in_all, ".formatted(condition.apply(change), change.column()))
                .collect(Collectors.joining());
    }

    /** Which reviews are wanted, of the table {@code review r}; what nobody chose is not asked for, so that an index may serve. */
    private String which(Wanted wanted) {
        List<String> conditions = new ArrayList<>(List.of("r.area in (:areas)"));
        if (wanted.stage() != null) {
            conditions.add("r.stage = :stage");
        }
        if (wanted.state() != null) {
            conditions.add("r.state = :state");
        }
        String organisation = wanted.organisation();
        boolean one = organisation != null;
        if (organisation != null) {
            // A team takes part by what it is asked; an organisation is asked nothing where it does not take part.
            conditions.add("r.reference in (select b.review_id from %s b where b.body_id = :organisation)"
                    .formatted(seats.isTeam(organisation) ? "body_request" : "review_body"));
        }
        if (wanted.waits() != Waits.ANY) {
            // Found once for all reviews, which "offset" insists on: few are overdue, and to look at each review for it
            // takes long.
            conditions.add("""
                    r.reference in (
                      select w.review_id from body_request w
                      where w.closed_at is null%s%s offset 0 rows)""".formatted(wanted.waits().condition(), one ? " and w.body_id = :organisation" : ""));
        }
        return String.join(" and ", conditions);
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
        return bound(DEFERRALS.formatted(wanted.since() == null ? "" : lastedSince(wanted)), wanted)
                // A list in SQL is never empty; no review has an empty reference.
                .param("references", references.isEmpty() ? Set.of("") : references)
                .param("sinceOn", Objects.requireNonNullElse(wanted.since(), NEVER.toLocalDate()))
                .query((row, number) -> putOff(row, wanted.since()))
                .list();
    }

    /** Where every review is wanted, no postponement is asked whose it is. */
    private String lastedSince(Wanted wanted) {
        boolean all = wanted.isOfAnyKind() && wanted.organisation() == null && wanted.isIn(directory.localAreas());
        return all ? LASTED_SINCE : LASTED_SINCE + OF_THOSE.formatted(which(wanted));
    }

    /** Whether all is wanted in which one organisation takes part, and nothing else: no review is looked at to count it. */
    private boolean isOneWhole(Wanted wanted) {
        String organisation = wanted.organisation();
        return organisation != null
                && !seats.isTeam(organisation)
                && wanted.isOfAnyKind()
                && wanted.since() == null
                && wanted.isIn(directory.localAreas());
    }

    private static ComparedDeferral putOff(ResultSet row, @Nullable LocalDate since) throws SQLException {
        LocalDate from = row.getObject("from_on", LocalDate.class);
        LocalDate ended = row.getObject("ended_on", LocalDate.class);
        boolean endedBefore = ended != null && since != null && ended.isBefore(since);
        return new ComparedDeferral(
                row.getString("review_id"),
                new DaysLost.Wait(from, row.getObject("planned_to", LocalDate.class), ended),
                since == null || from.isBefore(since)
                        ? new DaysLost.Wait(
                                from, row.getObject("planned_before", LocalDate.class), endedBefore ? ended : null)
                        : null,
                row.getInt("times"));
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

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
