package io.dovetail.review;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.jdbc.AutoConfigureTestDatabase;
import org.springframework.context.annotation.Import;

/** The same on the database of production. */
@AutoConfigureTestDatabase(replace = AutoConfigureTestDatabase.Replace.NONE)
@Import(Postgres.class)
@Tag("postgres")
class ReviewKeysOnPostgresTest extends ReviewKeysTest {}
