package io.dovetail.feed;

import io.dovetail.deferral.DeferralEvent;
import io.dovetail.evidence.PublicSettings;
import io.dovetail.form.Shown;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to public reviews, the latest first, from the tables that are only ever added to. */
@Component
@Transactional(readOnly = true)
class PublicNews {

    /** How many a feed holds. */
    private static final int LATEST = 100;

    private static final String HAPPENED = """
            select r.reference, r.title, e.kind, e.number, e.happened_at, e.days, e.new_on, e.said
            from review r
              join (
                select reference as review_id, 'PROPOSED' as kind, 0 as number, opened_at as happened_at,
                       0 as days, cast(null as date) as new_on, need as said
                from review
                union all
                select review_id, stage, 0, min(reached_at), 0, null, '' from stage_reached where stage <> 'PROPOSAL'
                group by review_id, stage
                union all
                select reference, state, 0, closed_at, 0, null, coalesce(closed_why, '') from review where closed_at is not null
                union all
                select review_id, 'PUT_OFF', number, entered_at, days_lost, new_on, '' from ledger_entry
                union all
                select d.review_id, v.kind, v.id, v.happened_at, 0, null, ''
                from deferral d join deferral_event v on v.deferral_id = d.id and v.kind in (:endings)
                union all
                select review_id, 'STOOD_STILL', id, recorded_at, days, null, seat_name from stood_still
              ) e on e.review_id = r.reference
            where %s and (:reference = '' or r.reference = :reference) and (:area = '' or r.area = :area)
            order by e.happened_at desc, e.number desc
            fetch first :latest rows only
            """;

    private final JdbcClient tables;
    private final PublicSettings everybody;

    PublicNews(JdbcClient tables, PublicSettings everybody) {
        this.tables = tables;
        this.everybody = everybody;
    }

    /** The latest of one review. */
    List<NewsItem> ofReview(String reference) {
        return latest(reference, "");
    }

    /** The latest of an area, or of all reviews where none is named. */
    List<NewsItem> ofArea(@Nullable String area) {
        return latest("", Objects.requireNonNullElse(area, ""));
    }

    private List<NewsItem> latest(String reference, String area) {
        return tables.sql(HAPPENED.formatted(everybody.from().condition()))
                .param("endings", DeferralEvent.Kind.endings())
                .param("reference", reference)
                .param("area", area)
                .param("latest", LATEST)
                .query(PublicNews::news)
                .list();
    }

    private static NewsItem news(ResultSet row, int number) throws SQLException {
        String kind = row.getString("kind");
        long which = row.getLong("number");
        String key = kind.toLowerCase(Locale.ROOT).replace('_', '-') + (which == 0 ? "" : "-" + which);
        String headline = headline(kind, which);
        return new NewsItem(
                row.getString("reference"),
                row.getString("title"),
                key,
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                headline,
                text(kind, headline, row));
    }

    private static String headline(String kind, long which) {
        return switch (kind) {
            case "PROPOSED" -> "Proposed";
            case "PUT_OFF" -> "Put off, number " + which;
            case "STOOD_STILL" -> "Stood still";
            default -> otherwise(kind);
        };
    }

    private static String otherwise(String kind) {
        for (Stage stage : Stage.values()) {
            if (stage.name().equals(kind)) {
                return "Reached: " + stage.label();
            }
        }
        for (ReviewState state : ReviewState.values()) {
            if (state.name().equals(kind)) {
                return Shown.sentence(state.label());
            }
        }
        return DeferralEvent.Kind.valueOf(kind).label();
    }

    private static String text(String kind, String headline, ResultSet row) throws SQLException {
        LocalDate newOn = row.getObject("new_on", LocalDate.class);
        String said = row.getString("said");
        int days = row.getInt("days");
        if (newOn != null) {
            return "Its new date is %s. That costs %s.".formatted(Shown.day(newOn), days(days));
        }
        if (kind.equals("STOOD_STILL")) {
            return "%s did not do a step by its day. That costs %s.".formatted(said, days(days));
        }
        return said == null || said.isBlank() ? headline + "." : said;
    }

    private static String days(int days) {
        return days == 1 ? "1 working day" : days + " working days";
    }
}
