package io.dovetail.journey;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dovetail.Dovetail;
import io.dovetail.calendar.MovableClock;
import io.dovetail.engine.KeepsEverything;
import io.dovetail.review.Postgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;
import org.springframework.test.context.support.DirtiesContextBeforeModesTestExecutionListener;
import org.springframework.test.context.support.DirtiesContextTestExecutionListener;

/**
 * The whole program, started once in each JVM for all tests that bear this: in memory, on a free port, on a Tuesday morning in
 * November 2026 that lasts until a test moves the clock. Jobs run when a test says so; mail goes to a real server. {@code mvn
 * verify} runs them; {@code mvn test} does without.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@Tag("program")
@SpringBootTest(
        classes = Dovetail.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            // H2 remembers eight statements unless told otherwise, and reads all others again each time; with a
            // thousand, it
            // looks through all of them whenever a table is written.
            "spring.datasource.url=jdbc:h2:mem:dovetail;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=150;OPTIMIZE_REUSE_RESULTS=FALSE",
            "camunda.bpm.job-execution.enabled=false",
            // So its health is not there to be asked for.
            "management.endpoint.health.validate-group-membership=false",
            "dovetail.demo.password-file=target/test-data/${tests.fork:1}/demo-password",
            "dovetail.demo.story=false",
            // Most tests propose on the same day.
            "dovetail.reviews.a-day=1000",
            // Many sign in; how slowly a password is hashed has a test of its own.
            "dovetail.passwords.strength=4",
            // All tests read from one address; how much one address may read has a test of its own.
            "dovetail.public.pages-a-minute=1000000",
            "dovetail.security-log.folder=target/test-data/${tests.fork:1}/security-log",
            "dovetail.clock.file=target/test-data/${tests.fork:1}/clock",
            "spring.mail.host=127.0.0.1",
            "DOVETAIL_DEMO_PASSWORD=" + Program.PASSWORD,
            "dovetail.mail.base-url=http://localhost:8080"
        })
@ContextConfiguration(initializers = Program.Surroundings.class)
// The others look at every bean before and after each test, for mocks of which there are none here.
@TestExecutionListeners({
    DirtiesContextBeforeModesTestExecutionListener.class,
    DependencyInjectionTestExecutionListener.class,
    DirtiesContextTestExecutionListener.class
})
@Import({
    Program.Surroundings.class,
    Engine.class,
    Walk.class,
    Mails.class,
    Coverage.class,
    Counties.class,
    FirstPage.class,
    Undone.class,
    KeepsEverything.Plugin.class
})
public @interface Program {

    /** What everybody in the sample directory signs in with during the tests. */
    String PASSWORD = "Tests-only-7pass";

    /** A movable clock and a mail server, one of each for the whole run. */
    @TestConfiguration(proxyBeanMethods = false)
    class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final GreenMail MAIL_SERVER =
                new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

        // The engine reads the time of the whole JVM, so there is one clock for it.
        private static final MovableClock CLOCK = MovableClock.atLondon("2026-11-24T10:00");

        private static @Nullable String next;

        /** The next program on PostgreSQL in this JVM starts on that database, at that moment, instead of on an empty one. */
        public static void nextStartsOn(String database, Instant moment) {
            next = database;
            CLOCK.set(moment);
        }

        private static String nextDatabase() {
            String database = next == null ? Postgres.freshUrl() : next;
            next = null;
            return database;
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            if (!MAIL_SERVER.isRunning()) {
                MAIL_SERVER.start();
            }
            TestPropertyValues.of(
                            "spring.mail.port=" + MAIL_SERVER.getSmtp().getPort(),
                            "dovetail.directory=" + EndingBodies.file().toUri())
                    .applyTo(context);
            TestPropertyValues.of(AccountProvider.SETTINGS).applyTo(context);
            if (ProgramOnPostgres.POSTGRES.equals(context.getEnvironment().getProperty(ProgramOnPostgres.DATABASE))) {
                TestPropertyValues.of(
                                "spring.datasource.url=" + nextDatabase(),
                                "spring.datasource.username=" + Postgres.USER,
                                "camunda.bpm.job-execution.enabled=true")
                        .applyTo(context);
            }
        }

        @Bean
        @Primary
        MovableClock movableClock() {
            return CLOCK;
        }

        @Bean
        GreenMail mailServer() {
            return MAIL_SERVER;
        }
    }
}
