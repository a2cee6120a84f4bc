package io.dovetail.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviews somebody may read: those that a body of theirs takes part in, those of their areas, or all. */
@Component
public class ReviewList {

    /** How many reviews one page holds. */
    public static final int PAGE = 50;

    /** How a review can be over, as it is stored. */
    static final List<String> ENDED = List.of("PUBLISHED", "MERGED", "CLOSED_PUBLICLY");

    private static final String UNDER_WAY = "RUNNING";

    /**
     * Every body that was asked takes part, until it says that it cannot join. As long as it is asked something it reads what it is
     * asked about all the same.
     */
    private static final String THEIRS = """
            b.body_id in (:bodies) and not exists (
              select 1 from position p
              where p.review_id = b.review_id and p.body_id = b.body_id and p.stance = 'CANNOT_JOIN'
                and p.id = (
                  select max(latest.id) from position latest
                  where latest.review_id = p.review_id and latest.body_id = p.body_id)
                and not exists (
                  select 1 from body_request q
                  where q.review_id = p.review_id and q.body_id = p.body_id and q.closed_at is null))
            """;

    private static final String READABLE =
            "exists (select 1 from review_body b where b.review_id = r.reference and " + THEIRS + ")";

    /** Whoever coordinates reads what is held in their area, and what they were asked about where they stood in for others. */
    private static final String COORDINATED =
            "(r.area in (:areas) or " + READABLE + " or exists (select 1 from body_request t"
                    + " where t.review_id = r.reference and t.body_id in (:teams)))";

    /** Those of one state, the newest first, from an index that has them in that order: the others are not looked at. */
    private static final String OF_STATE = """
            (select r.reference, r.title, r.area, r.stage, r.state, coalesce(r.closed_at, r.stage_since) as since, r.opened_at, r.id,
                    %d as place
             from review r
             where r.state = '%s' and %s
             order by r.opened_at desc, r.id desc
             fetch first :upto rows only)
            """;

    private final JdbcClient tables;
    private final PublicSettings everybody;

    ReviewList(JdbcClient tables, PublicSettings everybody) {
        this.tables = tables;
        this.everybody = everybody;
    }

    /**
     * One review in the list.
     *
     * @param reference what everybody calls it by
     * @param area the local area, by its id
     * @param stage how far it has got, as it is stored
     * @param state whether it is under way or how it ended, as it is stored
     * @param since since when it has been there
     */
    public record Entry(String reference, String title, String area, String stage, String state, Instant since) {}

    /** How many reviews somebody may read. */
    public int count(Viewer reader) {
        return asking(
                        reader.everything() || reader.coordinates()
                                ? "select count(*) from review r where " + readable(reader)
                                : "select count(distinct b.review_id) from review_body b where " + THEIRS,
                        reader)
                .query(Integer.class)
                .single();
    }

    /**
     * The reviews somebody may read: those under way first, then the newest first.
     *
     * @param page from 1
     */
    public List<Entry> list(Viewer reader, int page) {
        return page(asking(list(readable(reader)), reader), page);
    }

    /** How many reviews everybody may read. */
    public int countForEverybody() {
        return tables.sql("select count(*) from review r where "
                        + everybody.from().condition())
                .query(Integer.class)
                .single();
    }

    /**
     * The reviews everybody may read, in the same order.
     *
     * @param page from 1
     */
    public List<Entry> listForEverybody(int page) {
        return page(tables.sql(list(everybody.from().condition())), page);
    }

    /** Whether everybody may read where a review has got to; never where there is none. */
    public boolean isOpenToEverybody(String reference) {
        return tables.sql("select count(*) from review r where r.reference = :reference and "
                                + everybody.from().condition())
                        .param("reference", reference)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static List<Entry> page(JdbcClient.StatementSpec asked, int page) {
        return asked.param("upto", page * PAGE)
                .param("skip", (page - 1) * PAGE)
                .param("page", PAGE)
                .query(ReviewList::entry)
                .list();
    }

    /** Whether somebody may read what is on record of a review; nobody may where there is none. */
    public boolean isOpenTo(Viewer reader, String reference) {
        return asking("select count(*) from review r where r.reference = :reference and " + readable(reader), reader)
                        .param("reference", reference)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether a team of theirs was ever asked something in a review, of a locality or a county. */
    public boolean wasAsked(Viewer reader, String reference) {
        return reader.coordinates()
                && tables.sql("select count(*) from body_request where review_id = :reference and body_id in (:teams)")
                                .param("reference", reference)
                                .param("teams", reader.teamIds())
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    private static String list(String condition) {
        return Stream.concat(
                        Stream.of(OF_STATE.formatted(0, UNDER_WAY, condition)),
                        ENDED.stream().map(state -> OF_STATE.formatted(1, state, condition)))
                .collect(
                        Collectors.joining(
                                "union all ",
                                "select * from (",
                                ") listed order by place, opened_at desc, id desc offset :skip rows fetch next :page rows only"));
    }

    private static String readable(Viewer reader) {
        if (reader.everything()) {
            return "true";
        }
        return reader.coordinates() ? COORDINATED : READABLE;
    }

    private JdbcClient.StatementSpec asking(String sql, Viewer reader) {
        // A list in SQL is never empty; no body has an empty id.
        Set<String> bodies = reader.bodyIds().isEmpty() ? Set.of("") : reader.bodyIds();
        JdbcClient.StatementSpec asked = tables.sql(sql);
        if (reader.everything()) {
            return asked;
        }
        asked = asked.param("bodies", bodies);
        return reader.coordinates() ? asked.param("teams", reader.teamIds()).param("areas", reader.areaIds()) : asked;
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("reference"),
                row.getString("title"),
                row.getString("area"),
                row.getString("stage"),
                row.getString("state"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
