package io.dovetail.keeping;

import io.dovetail.review.Postgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The same on the database of production. */
@Tag("postgres")
class OldReviewsOnPostgresTest extends OldReviewsTest {

    @Override
    DataSource database() {
        return new DriverManagerDataSource(Postgres.freshUrl());
    }
}
