package io.dovetail.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Jobs;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.overview.Overview;
import io.dovetail.overview.Sort;
import io.dovetail.overview.Waits;
import io.dovetail.overview.Wanted;
import io.dovetail.review.ReviewState;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Everything that is measured, in one program and one call: {@code mvn -P benchmark verify}. {@code -Dbenchmark.reviews=500} makes it
 * short, {@code
 * -Dbenchmark.only=pages} measures one thing of {@code engine, together, start, timers, pages, proposals, storm}; {@code -Ddovetail.docs.write=true} writes the table to the page about it.
 */
@ProgramOnPostgres
@Import({Surroundings.class, WalkedReviews.class})
class DovetailBenchmark {

    private static final int FEW = 100;

    /** How many reviews under way, and how many that ended. */
    private static final int MANY = Integer.getInteger("benchmark.reviews", 10_000);

    private static final String SMALL = "small";
    private static final String LARGE = "large";
    private static final String NONE = "none";
    private static final String SOME = "some";

    @Autowired
    WalkedReviews walkedReviews;

    @Autowired
    Databases databases;

    @Autowired
    Engine engine;

    @Autowired
    Overview overview;

    @Autowired
    Walk walk;

    @Autowired
    Jobs jobs;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    MeterRegistry meters;

    @LocalServerPort
    int port;

    private final Figures figures = new Figures();

    @Test
    void howFastItIs() {
        part("engine", () -> new EngineAlone(databases, walk, engine.clock()).measure(figures));
        part("together", () -> new Together(databases, engine, jobs, workingDays, port).measure(figures));
        part("start", () -> new Starts().measure(figures));
        part("timers", () -> new DueTimers(databases, engine, jobs).measure(MANY, figures));
        if (wanted("pages") || wanted("proposals") || wanted("storm")) {
            anyhow("many reviews", this::withManyReviews);
        }

        Report report = new Report(
                figures,
                "with %,d reviews under way and %,d that ended beside %d and %d".formatted(MANY, MANY, FEW, FEW),
                databases.database(Databases.FIRST));
        report.print();
        if (Boolean.getBoolean("dovetail.docs.write")) {
            report.write();
        }
        assertThat(figures.failed()).as("what could not be measured").isEmpty();
    }

    private void withManyReviews() throws Exception {
        Pages pages = new Pages(databases, engine, port);
        WalkedReviews.Walked walked = walkedReviews.walk();
        if (wanted("pages") || wanted("proposals")) {
            fill(SMALL, walked, FEW);
            fill(LARGE, walked, MANY);
            assertThatACopyGoesOn(walked);
        }
        part("pages", () -> {
            pages.choose(walked);
            pages.measure(SMALL, LARGE, figures);
            new OnCall(databases, meters).measure(LARGE, figures);
        });
        part("proposals", () -> {
            Proposals proposals = new Proposals(databases, engine, workingDays);
            proposals.measure(SMALL, LARGE, figures);
            databases.copy(NONE);
            fill(SOME, walked, MANY / 10);
            proposals.compare(
                    "A proposal’s CPU beside %,d reviews under way against the few that are copied"
                            .formatted(MANY / 10),
                    NONE,
                    SOME,
                    figures);
        });
        part(
                "storm",
                () -> new Storm(databases, engine, jobs, sender)
                        .measure(
                                new WalkedReviews.Pattern(walked.overdue(), false, 1),
                                engine.due(walked.overdue(), "event_restartOverdue"),
                                MANY / 5,
                                figures));
    }

    /** Measures one thing, if it is wanted. */
    private void part(String measure, Part what) {
        if (wanted(measure)) {
            anyhow(measure, what);
        }
    }

    /** One thing that fails is said in the table, and the others are measured all the same. */
    private void anyhow(String measure, Part what) {
        try {
            databases.use(Databases.FIRST);
            what.measure();
        } catch (Exception | AssertionError failure) {
            figures.failed(measure, failure);
        } finally {
            databases.use(Databases.FIRST);
        }
    }

    /** One thing to measure. */
    private interface Part {

        void measure() throws Exception;
    }

    /** All, unless some are named: {@code -Dbenchmark.only=storm,timers}. */
    private static boolean wanted(String measure) {
        String only = System.getProperty("benchmark.only", "");
        return only.isEmpty() || List.of(only.split(",")).contains(measure);
    }

    private void fill(String name, WalkedReviews.Walked walked, int reviews) {
        databases.copy(name);
        long begin = System.nanoTime();
        new Copies(databases.database(name)).make(walked.patterns(), reviews, reviews);
        System.out.printf(
                "%,d reviews under way and %,d that ended: made in %d s.%n",
                reviews, reviews, (System.nanoTime() - begin) / 1_000_000_000);
        Consistency made = new Consistency(databases.database(name));
        made.assertWhole();
        assertThat(made.reviews(false)).isEqualTo(reviews);
        assertThat(made.reviews(true)).isEqualTo(reviews);
    }

    /** What the copying made is no picture of a review but a review. */
    private void assertThatACopyGoesOn(WalkedReviews.Walked walked) {
        databases.use(LARGE);
        JdbcTemplate large = databases.database(LARGE);
        Wanted underWay =
                new Wanted(Set.of("northmerrow"), null, ReviewState.RUNNING, null, Waits.ANY, null, null, Sort.AGE);
        assertThat(overview.rows(underWay, 1).count()).isEqualTo(MANY);
        String copy = Objects.requireNonNull(large.queryForObject(
                "select max(as_reference) from copied where reference = ?", String.class, walked.asked()));
        engine.submit("sian", copy, "answerProposal", Forms.join());
        assertThat(large.queryForObject(
                        "select count(*) from position where review_id = ? and body_id = 'opendoor'", Long.class, copy))
                .isEqualTo(1);
    }
}
