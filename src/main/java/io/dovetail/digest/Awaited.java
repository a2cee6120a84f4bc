package io.dovetail.digest;

import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.form.Shown;
import io.dovetail.mail.Readers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reviews wait for, each by its reference; read for those that are printed, in a statement each. */
@Component
class Awaited {

    private static final int NAMED = 3;

    private final JdbcClient tables;
    private final Directory directory;
    private final Seats seats;
    private final Clock clock;

    Awaited(JdbcClient tables, Directory directory, Seats seats, Clock clock) {
        this.tables = tables;
        this.directory = directory;
        this.seats = seats;
        this.clock = clock;
    }

    /** The bodies that have yet to answer, since when, and how many of them are late. */
    Map<String, String> bodies(Collection<String> references) {
        record Waited(String body, Instant since, boolean late) {}
        Map<String, List<Waited>> waited = new HashMap<>();
        tables.sql("""
                        select review_id, body_id, min(asked_at) as since, min(answer_due_at) as due_at
                        from waited_for
                        where review_id in (:references)
                        group by review_id, body_id
                        order by min(asked_at), body_id""").param("references", references).query(row -> {
            waited.computeIfAbsent(row.getString("review_id"), review -> new ArrayList<>())
                    .add(new Waited(
                            named(row.getString("body_id")),
                            moment(row, "since"),
                            moment(row, "due_at").isBefore(clock.instant())));
        });
        Map<String, String> sentences = new HashMap<>();
        waited.forEach((review, all) -> {
            int others = all.size() - NAMED;
            List<String> named =
                    all.stream().limit(NAMED).map(Waited::body).collect(Collectors.toCollection(ArrayList::new));
            if (others > 0) {
                named.add(others + " more");
            }
            String names = Readers.joined(named);
            long late = all.stream().filter(Waited::late).count();
            sentences.put(
                    review,
                    names + ", since "
                            + Shown.day(all.get(0).since())
                            + (late == 0
                                    ? "."
                                    : all.size() == 1
                                            ? "; the answer is late."
                                            : "; " + late + (late == 1 ? " answer is" : " answers are") + " late."));
        });
        return sentences;
    }

    /** If the directory does not know one of them, all others are still told. */
    private String named(String bodyId) {
        return seats.isTeam(bodyId) || directory.hasBody(bodyId)
                ? seats.name(bodyId)
                : "an organisation that the directory does not name";
    }

    /** When the next workshop begins. */
    Map<String, Instant> nextWorkshops(Collection<String> references) {
        Map<String, Instant> next = new HashMap<>();
        tables.sql("""
                        select w.review_id, min(i.starts_at) as starts_at
                        from workshop w
                        join invitation i on i.workshop_id = w.id
                        where w.review_id in (:references) and i.method = 'REQUEST' and i.starts_at > :now
                          and i.sequence = (
                            select max(latest.sequence) from invitation latest where latest.workshop_id = i.workshop_id)
                        group by w.review_id""")
                .param("references", references)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    next.put(row.getString("review_id"), moment(row, "starts_at"));
                });
        return next;
    }

    /** When the last answer came. */
    Map<String, Instant> lastAnswers(Collection<String> references) {
        Map<String, Instant> last = new HashMap<>();
        tables.sql("""
                        select review_id, max(closed_at) as closed_at
                        from body_request
                        where closed_at is not null and review_id in (:references)
                        group by review_id""").param("references", references).query(row -> {
            last.put(row.getString("review_id"), moment(row, "closed_at"));
        });
        return last;
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
