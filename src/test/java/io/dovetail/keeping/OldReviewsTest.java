package io.dovetail.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Of a review that ended long ago nothing is left but its reference, whatever table there will ever be; of others nothing is touched. */
class OldReviewsTest {

    /** What is about no review: it has an end of its own, or holds nothing about anybody. */
    static final Set<String> ABOUT_NO_REVIEW = Set.of(
            "digest_round",
            "directory_person",
            "directory_read",
            "passing_on",
            "review_number",
            "review_reference",
            "sign_on",
            "sign_on_session",
            "spring_session",
            "spring_session_attributes",
            "storage_probe");

    private static final Instant BEFORE = Instant.parse("2030-01-01T00:00:00Z");

    final EveryTable tables = new EveryTable(database());
    private final ReviewTables known = new ReviewTables(tables.database);
    private final OldReviews reviews = new OldReviews(tables.jdbc, known);

    DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @Test
    void everyTableIsAboutAReviewOrIsKnownToBeAboutNone() {
        Set<String> about = new TreeSet<>(tables.names());
        about.removeAll(ABOUT_NO_REVIEW);

        assertThat(known.conditions().keySet()).containsExactlyInAnyOrderElementsOf(about);
    }

    @Test
    void nothingIsLeftOfAReviewThatEndedLongAgoAndAllOfAnother() {
        tables.fill("NM-2026-001");
        Map<String, Long> ofOne = counted();
        tables.fill("NM-2026-002");
        ended("NM-2026-001", "2029-12-31T23:00:00Z");
        ended("NM-2026-002", "2030-01-01T01:00:00Z");
        tables.jdbc.sql("update body_request set closed_at = asked_at").update();

        assertThat(reviews.forget(BEFORE)).isEqualTo(1);

        Map<String, Long> left = counted();
        known.conditions()
                .keySet()
                .forEach(table -> assertThat(left.get(table)).as(table).isEqualTo(ofOne.get(table)));
        assertThat(left).containsEntry("review_reference", 2L);
        assertThat(tables.jdbc
                        .sql("select reference from review")
                        .query(String.class)
                        .list())
                .containsExactly("NM-2026-002");
        assertThat(reviews.forget(BEFORE)).isZero();
    }

    @Test
    void aReviewIsKeptWhileItRunsAndWhileSomebodyIsAsked() {
        tables.fill("NM-2026-001");
        tables.jdbc.sql("update review set closed_at = null").update();
        tables.jdbc.sql("update county_review set ended_at = null").update();
        assertThat(reviews.forget(BEFORE)).isZero();

        ended("NM-2026-001", "2029-01-01T01:00:00Z");
        tables.jdbc.sql("update body_request set closed_at = null").update();
        assertThat(reviews.forget(BEFORE)).isZero();
        assertThat(tables.rows("review")).isEqualTo(1);
    }

    @Test
    void aCountyReviewIsKeptAsLongAsAReviewThatHadToDoWithIt() {
        tables.fill("NM-2026-001");
        ended("NM-2026-001", "2029-01-01T01:00:00Z");
        tables.jdbc.sql("update body_request set closed_at = null").update();

        assertThat(reviews.forget(BEFORE)).isZero();
        assertThat(tables.rows("county_review")).isEqualTo(1);
    }

    private void ended(String reference, String at) {
        tables.jdbc
                .sql("update review set closed_at = :at where reference = :reference")
                .param("at", Instant.parse(at).atOffset(ZoneOffset.UTC))
                .param("reference", reference)
                .update();
        tables.jdbc
                .sql("update county_review set ended_at = :at where reference = :reference")
                .param("at", Instant.parse(at).atOffset(ZoneOffset.UTC))
                .param("reference", reference)
                .update();
    }

    private Map<String, Long> counted() {
        List<String> names = List.copyOf(tables.names());
        return new TreeMap<>(names.stream().collect(Collectors.toMap(Function.identity(), tables::rows)));
    }
}
