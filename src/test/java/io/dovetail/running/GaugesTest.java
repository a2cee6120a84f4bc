package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.TierTable;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yaml.snakeyaml.Yaml;

/** The numbers for whoever is on call rise and fall with what they count. */
@Program
class GaugesTest {

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private WorkingDays workingDays;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TierTable tiers;

    @Autowired
    private JdbcTemplate database;

    @LocalServerPort
    private int port;

    @BeforeEach
    @AfterEach
    void nothingIsOnItsWay() {
        engine.clear();
    }

    @Test
    void whatWaitsIsCountedAndHowLong() {
        double reviews = reviews(Stage.PROPOSAL);
        double due = value("dovetail.timers.due");
        double overdue = value("dovetail.steps.overdue");

        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        assertThat(reviews(Stage.PROPOSAL)).isEqualTo(reviews + 1);
        engine.clock().advance(Duration.ofDays(30));
        assertThat(value("dovetail.steps.overdue")).isGreaterThanOrEqualTo(overdue + 4);
        assertThat(value("dovetail.timers.due")).isGreaterThan(due);
        Duration late = Duration.between(
                engine.due(review, "event_reminderDue"), engine.clock().instant());
        assertThat(value("dovetail.timers.due.age")).isGreaterThanOrEqualTo(late.toSeconds() - 1);
    }

    @Test
    void aMailThatCannotLeaveGrowsOld() {
        assertThat(value("dovetail.mails.waiting")).isZero();
        assertThat(value("dovetail.mails.waiting.age")).isZero();

        engine.submitProposal(Walk.PROPOSER, Forms.proposeReview(workingDays.today(), Walk.ONE_OF_EACH_VOICE));
        engine.runUntil(() -> value("dovetail.mails.waiting") > 0, "a mail waits");

        engine.clock().advance(Duration.ofHours(3));
        assertThat(value("dovetail.mails.waiting.age"))
                .isGreaterThanOrEqualTo(Duration.ofHours(3).toSeconds());
        engine.run();
        assertThat(value("dovetail.mails.waiting")).isZero();
    }

    @Test
    void aReviewThatIsPutOffIsCountedUnderItsTier() {
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        List<Double> before = deferrals();

        walk.putOff(review);

        int tier = Objects.requireNonNull(
                database.queryForObject("select tier from so_far where review_id = ?", Integer.class, review));
        List<Double> now = new ArrayList<>(before);
        now.set(tier - 1, before.get(tier - 1) + 1);
        assertThat(deferrals()).isEqualTo(now);
        walk.goOn(review);
        assertThat(deferrals()).isEqualTo(before);
    }

    /** They are read every minute for years: were one connection kept each time, nobody had any after a quarter of an hour. */
    @Test
    void whoReadsTheNumbersKeepsNoConnection() {
        double before = value("hikaricp.connections.active");

        meters.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("dovetail."))
                .filter(Gauge.class::isInstance)
                .map(Gauge.class::cast)
                .forEach(Gauge::value);

        assertThat(value("hikaricp.connections.active")).isEqualTo(before);
    }

    /** An alert on a number that is not there never comes. */
    @Test
    void alertsDashboardAndPageNameTheNumbersThereAre() throws IOException {
        PrometheusNamingConvention names = new PrometheusNamingConvention();
        Set<String> there = meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("dovetail."))
                // Micrometer writes what a counter counts with its total.
                .map(id -> names.name(id.getName(), id.getType(), id.getBaseUnit())
                        + (id.getType() == Meter.Type.COUNTER ? "_total" : ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named("src/docs/running.md")).isEqualTo(there);
        assertThat(there).containsAll(named("src/deploy/alerts.yaml")).containsAll(named("src/deploy/dashboard.json"));
        new ObjectMapper().readTree(Path.of("src/deploy/dashboard.json").toFile());
        Map<String, Object> rules = new Yaml().load(Files.readString(Path.of("src/deploy/alerts.yaml")));
        assertThat(rules).containsOnlyKeys("groups");
    }

    private static Set<String> named(String file) throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher name = Pattern.compile("\\bdovetail_\\w+").matcher(Files.readString(Path.of(file)));
        while (name.find()) {
            named.add(name.group());
        }
        assertThat(named).as(file).isNotEmpty();
        return named;
    }

    @Test
    void whoIsNotLetInIsCounted() {
        double before = refused("wrong");

        new Browserless(port).signIn("nobody", "not-the-password", "tasklist");

        assertThat(refused("wrong")).isEqualTo(before + 1);
    }

    private double reviews(Stage stage) {
        return meters.get("dovetail.reviews").tag("stage", stage.key()).gauge().value();
    }

    private List<Double> deferrals() {
        return IntStream.rangeClosed(1, tiers.last())
                .mapToObj(tier -> meters.get("dovetail.deferrals")
                        .tag("tier", Integer.toString(tier))
                        .gauge()
                        .value())
                .toList();
    }

    private double refused(String outcome) {
        return meters.get("dovetail.sign.ins.refused")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double value(String name) {
        return meters.get(name).gauge().value();
    }
}
