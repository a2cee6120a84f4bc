package io.dovetail.request;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which steps have been named in a reminder today, so that a seat is sent one a day, however many of its steps are open. */
@Component
class Reminders {

    private final JdbcClient jdbc;

    Reminders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A step that is open.
     *
     * @param named whether a reminder has named it today
     */
    record RemindedStep(long id, boolean named) {}

    /**
     * What is open of these seats, the most urgent first; kept from other reminders until the transaction ends, because what was asked
     * in one moment is also reminded of in one moment.
     */
    List<RemindedStep> open(Collection<String> seatIds, LocalDate today) {
        return jdbc.sql("""
                        select id, reminded_on from body_request where body_id in (:seats) and closed_at is null
                        order by answer_due_at, id for update""")
                .param("seats", seatIds)
                .query((row, number) -> new RemindedStep(
                        row.getLong("id"),
                        Optional.ofNullable(row.getObject("reminded_on", LocalDate.class))
                                .filter(today::equals)
                                .isPresent()))
                .list();
    }

    /** Notes that today's reminder names these. */
    void named(Collection<Long> ids, LocalDate today) {
        jdbc.sql("update body_request set reminded_on = :today where id in (:ids)")
                .param("today", today)
                .param("ids", ids)
                .update();
    }
}
