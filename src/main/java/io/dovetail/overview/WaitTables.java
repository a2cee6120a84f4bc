package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Seats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what reviews wait for, an answer or a day: one statement a question, however many reviews there are. */
@Component
class WaitTables {

    private final JdbcClient tables;
    private final WorkingDays workingDays;
    private final Seats seats;

    WaitTables(JdbcClient tables, WorkingDays workingDays, Seats seats) {
        this.tables = tables;
        this.workingDays = workingDays;
        this.seats = seats;
    }

    /** Something that somebody has been asked and has not answered. */
    record OpenAsk(String reviewId, String seatId, Instant askedAt, Instant dueAt) {}

    /** What happens by itself, and when; and the timer that does it, by the ids of its process and its event. */
    record Next(
            String reviewId,
            LocalDate on,
            String what,
            @Nullable String process,
            String event) {}

    /** What is open of these reviews, the longest asked first. */
    List<OpenAsk> open(Set<String> references) {
        return tables.sql("""
                        select review_id, body_id, asked_at, answer_due_at from waited_for
                        where review_id in (:references)
                        order by asked_at, id""")
                .param("references", references)
                .query((row, number) -> new OpenAsk(
                        row.getString("review_id"),
                        row.getString("body_id"),
                        OverviewTables.moment(row, "asked_at"),
                        OverviewTables.moment(row, "answer_due_at")))
                .list();
    }

    /** What happens to these reviews by itself, by the timers that have been set. */
    List<Next> next(Set<String> references) {
        return tables
                .sql("""
                        select e.BUSINESS_KEY_ as reference, d.PROC_DEF_KEY_ as process, d.ACT_ID_ as event, v.TEXT_ as seat,
                               min(j.DUEDATE_) as due_at
                        from ACT_RU_EXECUTION e
                          join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.ID_
                          join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
                          left join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = e.ID_ and v.NAME_ = 'bodyId'
                        where e.BUSINESS_KEY_ in (:references) and j.TYPE_ = 'timer' and j.DUEDATE_ is not null and j.RETRIES_ > 0
                        group by e.BUSINESS_KEY_, d.PROC_DEF_KEY_, d.ACT_ID_, v.TEXT_""")
                .param("references", references)
                .query((row, number) -> {
                    String seat = row.getString("seat");
                    LocalDate on = workingDays.dateOf(row.getTimestamp("due_at").toInstant());
                    String reference = row.getString("reference");
                    String process = row.getString("process");
                    String event = row.getString("event");
                    return Timer.of(event)
                            .map(timer -> new Next(
                                    reference, on, timer.sentence(seat != null && seats.isTeam(seat)), process, event));
                })
                .list()
                .stream()
                .flatMap(timer -> timer.stream())
                .toList();
    }
}
