package io.dovetail.digest;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DeferralEvent;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.form.Shown;
import io.dovetail.mail.MailSettings;
import io.dovetail.request.Questions;
import io.dovetail.workshop.Purpose;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads every body's week at once: four statements, however many bodies and reviews there are. */
@Component
class BodyWeeks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.UK);
    private static final int LONGEST_QUOTE = 160;

    private final JdbcClient tables;
    private final Questions questions;
    private final Seats seats;
    private final WorkingDays workingDays;
    private final DigestSettings settings;
    private final MailSettings mail;
    private final Clock clock;

    BodyWeeks(
            JdbcClient tables,
            Questions questions,
            Seats seats,
            WorkingDays workingDays,
            DigestSettings settings,
            MailSettings mail,
            Clock clock) {
        this.tables = tables;
        this.questions = questions;
        this.seats = seats;
        this.workingDays = workingDays;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * The weeks of all bodies that have something to be told, by the body's id. What an ended body has left is in the week of the
     * one that has taken its place; where none has, convenors find it in Tasklist and are told of it in their report.
     */
    Map<String, Week> all() {
        Map<String, Week> weeks = new TreeMap<>();
        asked(weeks);
        deferrals(weeks);
        workshops(weeks);
        followUps(weeks);
        weeks.remove(Seat.CONVENORS);
        weeks.keySet().removeIf(seats::isTeam);
        return weeks;
    }

    /** How many things a body, or whoever has taken its place meanwhile, has yet to answer, for itself and for those it stands in for. */
    int open(String bodyId) {
        return tables.sql("select count(*) from body_request where body_id in (:held) and closed_at is null")
                .param("held", seats.heldBy(seats.of(bodyId).group()))
                .query(Integer.class)
                .single();
    }

    private void asked(Map<String, Week> weeks) {
        Set<String> alone = new HashSet<>();
        tables.sql("""
                        select q.id, q.review_id, r.title, q.body_id, q.question, q.answer_due_at, w.bodies
                        from body_request q
                        join review r on r.reference = q.review_id
                        join (select review_id, count(distinct body_id) as bodies
                              from body_request where closed_at is null group by review_id) w
                          on w.review_id = q.review_id
                        where q.closed_at is null
                        order by q.answer_due_at, q.id""").query(row -> {
            Week week = week(weeks, row);
            Instant due = moment(row, "answer_due_at");
            LocalDate dueOn = workingDays.dateOf(due);
            boolean late = due.isBefore(clock.instant());
            int days = workingDays.between(dueOn, workingDays.today());
            String when = late
                    ? "It was due on " + DAY.format(dueOn)
                            + (days == 0 ? "." : ", " + days + " working " + (days == 1 ? "day" : "days") + " ago.")
                    : "Please answer by " + DAY.format(dueOn) + ".";
            (late ? week.overdue : week.open)
                    .add(new DigestLine(
                            questions.askOf(row.getString("question")),
                            review(row),
                            when,
                            mail.link("/requests/" + row.getLong("id"))));
            if (row.getInt("bodies") == 1 && alone.add(row.getString("review_id"))) {
                week.waiting.add(new DigestLine(
                        "Nobody else is waited for",
                        review(row),
                        "Every other organisation has answered what it was asked.",
                        ""));
            }
        });
    }

    private void deferrals(Map<String, Week> weeks) {
        LocalDate today = workingDays.today();
        LocalDate until = today.plus(Period.ofDays(settings.lookAhead()));
        tables.sql("""
                        select d.review_id, r.title, e.new_on, b.body_id,
                          (select a.needed from deferral_request a where a.id = (
                            select max(l.request_id) from ledger_reason l
                            join ledger_entry x on x.id = l.ledger_entry_id
                            join deferral_request o on o.id = l.request_id
                            where x.deferral_id = d.id and o.body_id = b.body_id)) as needed
                        from deferral d
                        join review r on r.reference = d.review_id and r.state = 'RUNNING'
                        join ledger_entry e on e.deferral_id = d.id and e.number = (
                          select max(latest.number) from ledger_entry latest where latest.deferral_id = d.id)
                        join review_body b on b.review_id = d.review_id
                        where not exists (
                            select 1 from deferral_event v where v.deferral_id = d.id and v.kind in (:endings))
                          and not %s
                          and not exists (
                            select 1 from position p
                            where p.review_id = b.review_id and p.body_id = b.body_id and p.stance = 'CANNOT_JOIN'
                              and p.id = (
                                select max(latest.id) from position latest
                                where latest.review_id = p.review_id and latest.body_id = p.body_id))
                        order by e.new_on, d.id""".formatted(UnderWay.CHOICE_IS_OPEN))
                .param("endings", DeferralEvent.Kind.endings())
                .query(row -> {
                    LocalDate newOn = row.getObject("new_on", LocalDate.class);
                    String needed = row.getString("needed");
                    boolean late = newOn.isBefore(today);
                    if (needed != null) {
                        week(weeks, row)
                                .waiting
                                .add(new DigestLine(
                                        late
                                                ? "It was put off until " + Shown.day(newOn) + ": please restart it"
                                                : "It stands still until " + Shown.day(newOn)
                                                        + ", because you asked to put it off",
                                        review(row),
                                        "What you said must be true by then: “" + quoted(needed) + "”",
                                        record(row)));
                    } else if (!late && !newOn.isAfter(until)) {
                        week(weeks, row)
                                .comingUp
                                .add(new DigestLine(
                                        "The review goes on",
                                        review(row),
                                        "It was put off until " + DAY.format(newOn) + ".",
                                        record(row)));
                    }
                });
    }

    private void workshops(Map<String, Week> weeks) {
        tables.sql("""
                        select w.review_id, r.title, w.purpose, i.starts_at, b.place, m.body_id
                        from invitation i
                        join invitation_body m on m.invitation = i.id
                        join workshop w on w.id = i.workshop_id
                        join booking b on b.workshop_id = i.workshop_id and b.attempt = i.attempt
                        join review r on r.reference = w.review_id and r.state = 'RUNNING'
                        where i.method = 'REQUEST' and i.starts_at > :now and i.starts_at <= :until
                          and i.sequence = (
                            select max(latest.sequence) from invitation latest where latest.workshop_id = i.workshop_id)
                        order by i.starts_at, w.id""").params(window()).query(row -> {
            String purpose = Purpose.valueOf(row.getString("purpose")).label();
            week(weeks, row)
                    .comingUp
                    .add(new DigestLine(
                            Shown.sentence(purpose) + " workshop",
                            review(row),
                            DAY_AND_TIME.format(moment(row, "starts_at").atZone(WorkingDays.ZONE)) + ", "
                                    + quoted(row.getString("place")),
                            record(row)));
        });
    }

    /** Each owner is told once a round, of however many recommendations. */
    private void followUps(Map<String, Week> weeks) {
        tables.sql("""
                        select distinct f.review_id, r.title, f.due_at, m.owner as body_id
                        from (select review_id, first_follow_up_at as due_at from published_report
                              union all
                              select review_id, second_follow_up_at from published_report) f
                        join review r on r.reference = f.review_id
                        join recommendation m on m.review_id = f.review_id
                        where f.due_at > :now and f.due_at <= :until
                          and not exists (
                            select 1 from recommendation_answer a
                            where a.recommendation_id = m.id and a.answer = 'REFUSE'
                              and a.id = (
                                select max(latest.id) from recommendation_answer latest
                                where latest.recommendation_id = m.id))
                          and not exists (
                            select 1 from progress_report p
                            where p.recommendation_id = m.id and p.progress in ('DONE', 'WITHDRAWN'))
                        order by f.due_at, f.review_id""").params(window()).query(row -> {
            week(weeks, row)
                    .comingUp
                    .add(new DigestLine(
                            "You are asked what has become of your part of the plan",
                            review(row),
                            "On "
                                    + DAY.format(moment(row, "due_at")
                                            .atZone(WorkingDays.ZONE)
                                            .toLocalDate()) + ".",
                            record(row)));
        });
    }

    private Map<String, Object> window() {
        Instant now = clock.instant();
        Map<String, Object> window = new HashMap<>();
        window.put("now", now.atOffset(ZoneOffset.UTC));
        window.put(
                "until",
                now.atZone(WorkingDays.ZONE)
                        .plus(Period.ofDays(settings.lookAhead()))
                        .toOffsetDateTime());
        return window;
    }

    private Week week(Map<String, Week> weeks, ResultSet row) throws SQLException {
        return weeks.computeIfAbsent(seats.group(row.getString("body_id")), body -> new Week());
    }

    private static String review(ResultSet row) throws SQLException {
        return row.getString("title") + " (" + row.getString("review_id") + ")";
    }

    private String record(ResultSet row) throws SQLException {
        return mail.link("/reviews/" + row.getString("review_id"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String quoted(@Nullable String text) {
        String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE
                ? line
                : line.substring(0, LONGEST_QUOTE).strip() + "…";
    }
}
