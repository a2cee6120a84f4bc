package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Seats;
import io.dovetail.request.Questions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what reviews wait for, an answer or a day: one statement a question, however many reviews there are. */
@Component
class WaitTables {

    private static final String OPEN = """
            select review_id as reference, body_id as seat, asked_at, answer_due_at, id as request,
                   cast(null as timestamp) as timer_due_at, cast(null as varchar(255)) as process, cast(null as varchar(255)) as event,
                   cast(null as varchar(4000)) as question
            from waited_for
            where review_id in (:references)""";

    private static final String TIMERS = """
            select e.BUSINESS_KEY_, v.TEXT_, cast(null as timestamp with time zone), cast(null as timestamp with time zone),
                   cast(null as bigint), min(j.DUEDATE_), d.PROC_DEF_KEY_, d.ACT_ID_, q.TEXT_
            from ACT_RU_EXECUTION e
              join ACT_RU_JOB j on j.PROCESS_INSTANCE_ID_ = e.ID_
              join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_
              left join ACT_RU_VARIABLE v on v.EXECUTION_ID_ = e.ID_ and v.NAME_ = 'bodyId'
              left join ACT_RU_VARIABLE q on q.EXECUTION_ID_ = e.ID_ and q.NAME_ = 'formId'
            where e.BUSINESS_KEY_ in (:references) and j.TYPE_ = 'timer' and j.DUEDATE_ is not null and j.RETRIES_ > 0
            group by e.BUSINESS_KEY_, d.PROC_DEF_KEY_, d.ACT_ID_, v.TEXT_, q.TEXT_""";

    private final JdbcClient tables;
    private final WorkingDays workingDays;
    private final Seats seats;
    private final Questions questions;

    WaitTables(JdbcClient tables, WorkingDays workingDays, Seats seats, Questions questions) {
        this.tables = tables;
        this.workingDays = workingDays;
        this.seats = seats;
        this.questions = questions;
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

    /** What reviews wait for: answers, and days. */
    record AsksAndDays(List<OpenAsk> asks, List<Next> days) {}

    /** What these reviews wait for, in one statement: what is open, the longest asked first, and the timers that have been set. */
    AsksAndDays all(Set<String> references) {
        List<OpenAsk> asks = new ArrayList<>();
        List<Next> days = new ArrayList<>();
        tables.sql(OPEN + " union all " + TIMERS + " order by asked_at, request")
                .param("references", references)
                .query(row -> {
                    if (row.getString("event") == null) {
                        asks.add(ask(row));
                    } else {
                        next(row).ifPresent(days::add);
                    }
                });
        return new AsksAndDays(asks, days);
    }

    /** What is open of these reviews, the longest asked first. */
    List<OpenAsk> open(Set<String> references) {
        return tables.sql(OPEN + " order by asked_at, request")
                .param("references", references)
                .query((row, number) -> ask(row))
                .list();
    }

    private static OpenAsk ask(ResultSet row) throws SQLException {
        return new OpenAsk(
                row.getString("reference"),
                row.getString("seat"),
                OverviewTables.moment(row, "asked_at"),
                OverviewTables.moment(row, "answer_due_at"));
    }

    private Optional<Next> next(ResultSet row) throws SQLException {
        String seat = row.getString("seat");
        LocalDate on = workingDays.dateOf(row.getTimestamp("timer_due_at").toInstant());
        String reference = row.getString("reference");
        String process = row.getString("process");
        String event = row.getString("event");
        String question = row.getString("question");
        return Timer.of(event)
                .map(timer -> new Next(
                        reference,
                        on,
                        timer.sentence(
                                question == null ? "" : questions.askOf(question), seat != null && seats.isTeam(seat)),
                        process,
                        event));
    }
}
