package io.dovetail.overview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Seats;
import io.dovetail.mail.MailService;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has failed in reviews and waits for a hand, in sentences that name the review, the organisation and the reader. */
@Component
@Transactional(readOnly = true)
public class Failures {

    /** How many failures one page holds. */
    public static final int PAGE = 50;

    // What failed in a process that another one called is an incident of both; the root alone is told.
    private static final String FAILED = """
            from ACT_RU_INCIDENT i
              join ACT_RU_EXECUTION e on e.ID_ = i.PROC_INST_ID_
              left join review r on r.reference = e.BUSINESS_KEY_
              left join ACT_RU_VARIABLE v on v.PROC_INST_ID_ = i.PROC_INST_ID_ and v.NAME_ = 'noticeId'
              left join notice n on n.id = v.TEXT_
            where i.ROOT_CAUSE_INCIDENT_ID_ = i.ID_ and
            """;

    private static final String COLUMNS = """
            select i.ID_ as failure, i.ACTIVITY_ID_ as element, i.INCIDENT_MSG_ as message, i.INCIDENT_TIMESTAMP_ as failed_at,
                   r.reference, r.title, n.recipient_name, n.subject, n.body_id
            """;

    private final JdbcClient tables;
    private final Diagrams diagrams;
    private final Seats seats;
    private final WorkingDays workingDays;

    Failures(JdbcClient tables, Diagrams diagrams, Seats seats, WorkingDays workingDays) {
        this.tables = tables;
        this.diagrams = diagrams;
        this.seats = seats;
        this.workingDays = workingDays;
    }

    /** What failed in these reviews, the first that failed first. */
    List<Failure> of(Set<String> references) {
        return tables.sql(COLUMNS + FAILED + " r.reference in (:references) order by i.INCIDENT_TIMESTAMP_, i.ID_")
                .param("references", references)
                .query(this::failure)
                .list();
    }

    /**
     * What failed in reviews of these areas, the first that failed first.
     *
     * @param alsoOfNone whether also what belongs to no single review, such as the weekly mail
     * @param page from 1
     */
    public List<Failure> in(Set<String> areas, boolean alsoOfNone, int page) {
        return tables.sql(COLUMNS + FAILED + """
                         (r.area in (:areas) or (:alsoOfNone and r.reference is null))
                        order by i.INCIDENT_TIMESTAMP_, i.ID_
                        offset :skip rows fetch next :page rows only""")
                .param("areas", areas.isEmpty() ? Set.of("") : areas)
                .param("alsoOfNone", alsoOfNone)
                .param("skip", (page - 1) * PAGE)
                .param("page", PAGE)
                .query(this::failure)
                .list();
    }

    /** How much failed in reviews of these areas. */
    public int count(Set<String> areas, boolean alsoOfNone) {
        return tables.sql(
                        "select count(*) " + FAILED + " (r.area in (:areas) or (:alsoOfNone and r.reference is null))")
                .param("areas", areas.isEmpty() ? Set.of("") : areas)
                .param("alsoOfNone", alsoOfNone)
                .query(Integer.class)
                .single();
    }

    private Failure failure(ResultSet row, int number) throws SQLException {
        return new Failure(
                row.getString("failure"),
                row.getString("reference"),
                row.getString("title"),
                workingDays.dateOf(row.getTimestamp("failed_at").toInstant()),
                sentence(row));
    }

    private String sentence(ResultSet row) throws SQLException {
        String reader = row.getString("recipient_name");
        String bodyId = row.getString("body_id");
        String message = row.getString("message");
        if (reader == null) {
            return "“%s” could not be done: %s".formatted(diagrams.name(row.getString("element")), why(message));
        }
        String body = bodyId == null ? reader : seats.name(bodyId);
        return "The mail “%s” to %s%s could not be sent: %s"
                .formatted(
                        row.getString("subject"), reader, reader.equals(body) ? "" : ", " + body + ",", why(message));
    }

    /** What is said of a mail that was not sent begins with which mail it is and ends with who goes on; the page says both itself. */
    private static String why(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return "nothing is known of why.";
        }
        String plain = message.strip()
                .replaceAll("\\s+", " ")
                .replaceFirst("^.* could not be sent\\. ", "")
                .replace(MailService.ONCE_CORRECTED, "");
        return plain.endsWith(".") ? plain : plain + ".";
    }
}
