package io.dovetail.journey;

import io.dovetail.review.Postgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The same {@link Program} on the database of production, {@link Postgres}. Its job executor is the program's own; it stands
 * still until a test lets it run (see {@link Jobs}). It has a JVM of its own, away from the {@link Program} on H2.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Program
@Tag("postgres")
@Import(Jobs.class)
@TestPropertySource(properties = ProgramOnPostgres.DATABASE + "=" + ProgramOnPostgres.POSTGRES)
public @interface ProgramOnPostgres {

    /** Which database the program of the tests is to have, if not H2. */
    String DATABASE = "tests.database";

    /** The database of production. */
    String POSTGRES = "postgres";
}
