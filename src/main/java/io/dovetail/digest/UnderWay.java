package io.dovetail.digest;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.ChooseWay;
import io.dovetail.deferral.DaysLost;
import io.dovetail.deferral.DeferralEvent;
import io.dovetail.form.FormId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviews under way, and what they have lost so far; all are read in two statements. */
@Component
class UnderWay {

    /** Whether somebody has to choose how the review of the postponement d goes on: nothing else ends it then. */
    static final String CHOICE_IS_OPEN = """
            exists (
              select 1 from body_request c
              where c.review_id = d.review_id and c.question = '%s' and c.closed_at is null)""".formatted(FormId.of(ChooseWay.class));

    private final JdbcClient tables;
    private final WorkingDays workingDays;

    UnderWay(JdbcClient tables, WorkingDays workingDays) {
        this.tables = tables;
        this.workingDays = workingDays;
    }

    /**
     * One review under way.
     *
     * @param times how often it has been put off
     * @param daysLost working days that cost
     * @param tier the highest tier it has reached; 0 where it was not put off since it was proposed here, and has not stood still
     * @param stoppedOn since when it stands still; none while it does not
     * @param resumesOn until when; none while that has not been entered, and where somebody has to choose first how it goes on
     */
    record RunningReview(
            String reference,
            String title,
            String area,
            String stage,
            Instant stageSince,
            Instant openedAt,
            int times,
            int daysLost,
            int tier,
            @Nullable LocalDate stoppedOn,
            @Nullable LocalDate resumesOn) {

        boolean stopped() {
            return stoppedOn != null;
        }
    }

    private record EndedWait(
            Instant from,
            @Nullable LocalDate plannedTo,
            boolean choiceIsOpen,
            @Nullable Instant endedAt) {}

    /** How many reviews are under way. */
    int count() {
        return tables.sql("select count(*) from review where state = 'RUNNING'")
                .query(Integer.class)
                .single();
    }

    /** All of them, in no order. */
    List<RunningReview> all() {
        Map<String, List<EndedWait>> waits = waits();
        List<RunningReview> all = new ArrayList<>();
        tables.sql("""
                        select r.reference, r.title, r.area, r.stage, r.stage_since, r.opened_at, r.put_off_since,
                          (select coalesce(sum(s.days), 0) from stood_still s where s.review_id = r.reference) as stood_still,
                          (select f.tier from so_far f where f.review_id = r.reference) as tier,
                          coalesce(
                            (select max(e.number) from ledger_entry e where e.review_id = r.reference),
                            r.times_put_off) as times
                        from review r
                        where r.state = 'RUNNING'""").query(row -> {
            all.add(standing(row, waits.getOrDefault(row.getString("reference"), List.of())));
        });
        return all;
    }

    private RunningReview standing(ResultSet row, List<EndedWait> waits) throws SQLException {
        Instant opened = moment(row, "opened_at");
        List<DaysLost.Wait> lost = new ArrayList<>();
        LocalDate since = row.getObject("put_off_since", LocalDate.class);
        if (since != null) {
            LocalDate openedOn = workingDays.dateOf(opened);
            lost.add(new DaysLost.Wait(since, openedOn, openedOn));
        }
        for (EndedWait wait : waits) {
            Instant ended = wait.endedAt();
            lost.add(new DaysLost.Wait(
                    workingDays.dateOf(wait.from()),
                    wait.plannedTo(),
                    ended == null ? null : workingDays.dateOf(ended)));
        }
        EndedWait last = waits.isEmpty() ? null : waits.get(waits.size() - 1);
        boolean stopped = last != null && last.endedAt() == null;
        return new RunningReview(
                row.getString("reference"),
                row.getString("title"),
                row.getString("area"),
                row.getString("stage"),
                moment(row, "stage_since"),
                opened,
                row.getInt("times"),
                DaysLost.of(lost, workingDays.today(), workingDays) + row.getInt("stood_still"),
                row.getInt("tier"),
                last != null && stopped ? workingDays.dateOf(last.from()) : null,
                last != null && stopped && !last.choiceIsOpen() ? last.plannedTo() : null);
    }

    private Map<String, List<EndedWait>> waits() {
        Map<String, List<EndedWait>> waits = new HashMap<>();
        tables.sql("""
                        select d.review_id, d.opened_at,
                          (select e.new_on from ledger_entry e where e.deferral_id = d.id and e.number = (
                            select max(latest.number) from ledger_entry latest where latest.deferral_id = d.id)) as new_on,
                          %s as choice_is_open,
                          (select min(v.happened_at) from deferral_event v
                            where v.deferral_id = d.id and v.kind in (:endings)) as ended_at
                        from deferral d
                        join review r on r.reference = d.review_id and r.state = 'RUNNING'
                        order by d.id""".formatted(CHOICE_IS_OPEN))
                .param("endings", DeferralEvent.Kind.endings())
                .query(row -> {
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    waits.computeIfAbsent(row.getString("review_id"), review -> new ArrayList<>())
                            .add(new EndedWait(
                                    moment(row, "opened_at"),
                                    row.getObject("new_on", LocalDate.class),
                                    row.getBoolean("choice_is_open"),
                                    ended == null ? null : ended.toInstant()));
                });
        return waits;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
