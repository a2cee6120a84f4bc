package io.dovetail.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.data.jdbc.DataJdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is kept about a review that there is not. */
@DataJdbcTest
@Import(Partnership.class)
class ReviewKeysTest {

    private static final String COLUMNS = """
            select lower(c.table_name) from information_schema.columns c
            join information_schema.tables t on t.table_name = c.table_name and t.table_schema = c.table_schema
                and t.table_type = 'BASE TABLE'
            where lower(c.column_name) = 'review_id' and lower(c.table_schema) = 'public'
            """;

    private static final String WITH_A_KEY = COLUMNS + """
            and exists (select 1 from information_schema.key_column_usage k
                join information_schema.referential_constraints f on f.constraint_name = k.constraint_name
                    and f.constraint_schema = k.constraint_schema
                join information_schema.key_column_usage r on r.constraint_name = f.unique_constraint_name
                    and r.constraint_schema = f.unique_constraint_schema
                where k.table_name = c.table_name and k.table_schema = c.table_schema and k.column_name = c.column_name
                    and lower(r.table_name) in ('review', 'review_reference'))
            """;

    @Autowired
    JdbcClient tables;

    @Test
    void everyReviewIdIsThatOfAReview() {
        List<String> all = tables.sql(COLUMNS).query(String.class).list();
        assertThat(all).hasSizeGreaterThan(30).contains("notice", "body_request", "position", "stood_still");
        assertThat(tables.sql(WITH_A_KEY).query(String.class).list()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void nothingIsKeptAboutAReviewThatThereIsNot() {
        assertThatThrownBy(() -> tables.sql(
                                "insert into accepted_gap (review_id, why, person_id, person_name,"
                                        + " accepted_at) values ('NM-2026-999', 'We go on.', 'ruth', 'Ruth Ellery', current_timestamp)")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
