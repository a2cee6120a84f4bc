package io.dovetail.feed;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DeferralEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The days of a review that are arranged and that its public page names: when it goes on, workshops, follow-ups. */
@Component
@Transactional(readOnly = true)
class PublicDates {

    private final JdbcClient tables;
    private final WorkingDays workingDays;

    PublicDates(JdbcClient tables, WorkingDays workingDays) {
        this.tables = tables;
        this.workingDays = workingDays;
    }

    /**
     * A day.
     *
     * @param key what tells it from the other days of this review, for ever, however often it is moved
     * @param sequence how often it has been moved or called off
     * @param on the day as it is now
     * @param what what happens then
     * @param off whether it does not happen any more
     * @param saidAt since when it is that day
     */
    record Day(String key, int sequence, LocalDate on, String what, boolean off, Instant saidAt) {}

    /** The days of a review, those of one kind after the other. */
    List<Day> of(String reference) {
        List<Day> days = new ArrayList<>();
        days.addAll(tables.sql("""
                        select d.id, max(e.new_on) as new_on, count(*) as entries, max(e.entered_at) as said_at,
                               (select min(v.happened_at) from deferral_event v
                                where v.deferral_id = d.id and v.kind in (:endings)) as ended_at
                        from deferral d join ledger_entry e on e.deferral_id = d.id
                        where d.review_id = :reference
                        group by d.id
                        order by d.id""")
                .param("reference", reference)
                .param("endings", DeferralEvent.Kind.endings())
                .query((row, number) -> {
                    LocalDate on = row.getObject("new_on", LocalDate.class);
                    OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
                    boolean off = ended != null
                            && workingDays.dateOf(ended.toInstant()).isBefore(on);
                    OffsetDateTime said = off ? ended : row.getObject("said_at", OffsetDateTime.class);
                    return new Day(
                            "goes-on-" + row.getLong("id"),
                            row.getInt("entries") - 1 + (off ? 1 : 0),
                            on,
                            "It is to go on",
                            off,
                            said.toInstant());
                })
                .list());
        days.addAll(tables.sql("""
                        select w.id, b.attempt, b.held_on, b.booked_at
                        from workshop w join booking b on b.workshop_id = w.id
                        where w.review_id = :reference
                          and b.attempt = (select max(l.attempt) from booking l where l.workshop_id = w.id)
                        order by w.id""")
                .param("reference", reference)
                .query((row, number) -> new Day(
                        "workshop-" + row.getLong("id"),
                        row.getInt("attempt"),
                        row.getObject("held_on", LocalDate.class),
                        "Workshop",
                        false,
                        row.getObject("booked_at", OffsetDateTime.class).toInstant()))
                .list());
        days.addAll(tables
                .sql("select first_follow_up_at, second_follow_up_at, published_at from published_report "
                        + "where review_id = :reference")
                .param("reference", reference)
                .query((row, number) -> {
                    Instant said =
                            row.getObject("published_at", OffsetDateTime.class).toInstant();
                    LocalDate first = workingDays.dateOf(row.getObject("first_follow_up_at", OffsetDateTime.class)
                            .toInstant());
                    LocalDate second = workingDays.dateOf(row.getObject("second_follow_up_at", OffsetDateTime.class)
                            .toInstant());
                    return List.of(
                            new Day("follow-up-1", 0, first, "First follow-up", false, said),
                            new Day("follow-up-2", 0, second, "Second follow-up", false, said));
                })
                .list()
                .stream()
                .flatMap(List::stream)
                .toList());
        return days;
    }
}
