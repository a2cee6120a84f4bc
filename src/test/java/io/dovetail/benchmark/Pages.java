package io.dovetail.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Walk;
import io.dovetail.running.Cost;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.camunda.bpm.engine.TaskService;

/** How much longer a page takes where there are many reviews, and how many statements it asks for there. */
final class Pages {

    static final int ROUNDS = 5;
    private static final int CALLS = 11;
    private static final String REST = "/camunda/api/engine/engine/default";

    private final Databases databases;
    private final Engine engine;
    private final Map<String, Runnable> pages = new LinkedHashMap<>();

    /** Signs everybody in; before the databases are copied, so that they are signed in to all. */
    Pages(Databases databases, Engine engine, int port) {
        this.databases = databases;
        this.engine = engine;
        this.zoe = Browserless.signedIn(port, Walk.PROPOSER, "tasklist");
        this.helen = Browserless.signedIn(port, "helen", "cockpit");
        this.nobody = new Browserless(port);
    }

    private final Browserless zoe;
    private final Browserless helen;
    private final Browserless nobody;

    /** Which pages, of which reviews. */
    void choose(WalkedReviews.Walked walked) {
        String task =
                engine.task(Walk.PROPOSER, walked.asked(), "answerProposal").getId();
        String filter = engine.engine()
                .getFilterService()
                .createFilterQuery()
                .filterName("My organisation’s")
                .singleResult()
                .getId();
        page("home, of a member", zoe, "/");
        page("the list of reviews, of a member", zoe, "/reviews");
        page("the list of reviews, of a manager", helen, "/reviews");
        page("the list of reviews, without signing in", nobody, "/reviews");
        page("a review’s record", zoe, "/reviews/" + walked.local());
        page("a published review’s record", zoe, "/reviews/" + walked.published());
        page("a review’s public page", nobody, "/reviews/" + walked.local());
        page("a published review’s public page", nobody, "/reviews/" + walked.published());
        page("the way of a review", helen, "/reviews/" + walked.putOff() + "/path");
        page("where reviews are", helen, "/overview");
        page("… in one area", helen, "/overview?area=northmerrow");
        page("… of one stage, under way", helen, "/overview?stage=PROPOSAL&state=RUNNING");
        page("… of one organisation", helen, "/overview?organisation=lantern");
        page("… where an answer is overdue", helen, "/overview?waits=OVERDUE");
        page("… newly overdue, the longest overdue first", helen, "/overview?waits=NEWLY_OVERDUE&sort=DUE");
        page("… the most often put off first", helen, "/overview?sort=TIMES");
        page("… still the longest first", helen, "/overview?state=RUNNING&sort=STILL");
        page("… since a week ago", helen, "/overview?since=" + walked.since());
        page("… as a table for a spreadsheet", helen, "/overview.csv");
        page("what has failed", helen, "/overview/failures");
        page("the form of a step in Tasklist", zoe, REST + "/task/" + task + "/form-variables");
        page("its layout", zoe, REST + "/task/" + task + "/deployed-form");
        page("a list of steps in Tasklist", zoe, REST + "/filter/" + filter + "/list?firstResult=0&maxResults=15");
        page("how many steps there are in it", zoe, REST + "/filter/" + filter + "/count");
    }

    private void page(String name, Browserless reader, String address) {
        pages.put(
                name,
                () -> assertThat(reader.get(address).statusCode()).as(address).isEqualTo(200));
    }

    /** Looks at all of them in turn on both databases. */
    void measure(String few, String many, Figures figures) {
        pages.forEach((name, page) -> {
            figures.add(ratio("The page: " + name, "≤ 1.5", () -> on(few, page), () -> on(many, page)));
        });
        databases.database(many).execute("create extension if not exists pg_stat_statements");
        pages.forEach((name, page) -> {
            databases.use(many);
            Cost before = Cost.soFar(databases.database(many));
            page.run();
            long statements = Cost.soFar(databases.database(many)).since(before).statements();
            figures.add(Figure.of(
                    "Statements, the page: " + name,
                    name.startsWith("…") || name.startsWith("where") ? "≤ 5" : "",
                    statements));
        });
        databases.use(many);
        TaskService tasks = engine.engine().getTaskService();
        figures.add(ratio(
                "Steps counted for a member against the same count without asking who may see them",
                "≤ 1.5",
                () -> tasks.createTaskQuery().tenantIdIn("lantern").count(),
                () -> engine.as(Walk.PROPOSER, () -> tasks.createTaskQuery().count())));
    }

    private void on(String database, Runnable page) {
        databases.use(database);
        page.run();
    }

    /** How much longer the second takes than the first; a median of calls in turn for each round. */
    static Figure ratio(String what, String goal, Runnable first, Runnable second) {
        for (int i = 0; i < CALLS; i++) {
            first.run();
            second.run();
        }
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double[] ones = new double[CALLS];
            double[] others = new double[CALLS];
            for (int call = 0; call < CALLS; call++) {
                ones[call] = time(first);
                others[call] = time(second);
            }
            rounds[round] = median(others) / median(ones);
        }
        return Figure.of(what, goal, rounds);
    }

    /** How long each of several calls takes, in nanoseconds. */
    static double[] times(Runnable action) {
        return DoubleStream.generate(() -> time(action)).limit(CALLS).toArray();
    }

    private static double time(Runnable action) {
        long begin = System.nanoTime();
        action.run();
        return System.nanoTime() - begin;
    }

    static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
