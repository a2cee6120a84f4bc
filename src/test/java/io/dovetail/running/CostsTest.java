package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.ProgramOnPostgres;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Holds what things cost the database to the figures in one file. They are counts, not times: the same on every machine. A cost
 * more than three in a hundred above its figure fails, of the write-ahead log ten; one that has become smaller is written down by
 * whoever made it so.
 */
@ProgramOnPostgres
// Rows that others have left behind are cleared away by whoever meets them: its own program, with a database of its
// own. It is among the first on PostgreSQL (pom.xml), so that this is no program more.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class CostsTest {

    private static final Path FIGURES = Path.of("src", "test", "costs.csv");
    private static final String HEAD = "what,statements,rows written,bytes of write-ahead log,transactions";
    private static final String WRITE =
            "mvn verify -Dtest=None -Dit.test=CostsTest -Dsurefire.failIfNoSpecifiedTests=false -Ddovetail.docs.write=true";

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private final Map<String, Cost> costs = new LinkedHashMap<>();

    @AfterEach
    void clear() {
        engine.clear();
    }

    @Test
    void nothingCostsTheDatabaseMoreThanIsWrittenDown() throws IOException {
        database.execute("create extension if not exists pg_stat_statements");
        engine.clear();
        // What is read once and kept is read now.
        walk.propose();

        String[] review = new String[1];
        measure("a review proposed to 11 organisations, with their mails", () -> review[0] = walk.propose());
        measure(
                "an answer to a request, with what follows",
                () -> engine.submit("amina", review[0], "answerProposal", Forms.join()));
        pages(review[0]);
        measure("a review of 5 organisations taken to its end, with its mails", () -> {
            String whole = walk.reviewAt(Stage.PUBLICATION, Walk.ONE_OF_EACH_VOICE);
            walk.pass(whole, Stage.PUBLICATION);
        });

        holds();
    }

    private void pages(String review) {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        String task = engine.task("zoe", review, "answerProposal").getId();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("the list of reviews", "/reviews");
        pages.put("a review's record", "/reviews/" + review);
        pages.put("a form in Tasklist", "/camunda/api/engine/engine/default/task/" + task + "/form-variables");
        pages.put("a form's layout in Tasklist", "/camunda/api/engine/engine/default/task/" + task + "/deployed-form");
        pages.put("a list in Tasklist", "/camunda/api/engine/engine/default/task?maxResults=15");
        pages.forEach((name, address) -> page(name, address, zoe));
        page("a review's public page", "/reviews/" + review, new Browserless(port));
        Browserless helen = Browserless.signedIn(port, "helen", "cockpit");
        page("where reviews are", "/overview", helen);
        page("the path of a review", "/reviews/" + review + "/path", helen);
    }

    private void page(String name, String address, Browserless reader) {
        assertThat(reader.get(address).statusCode()).as(address).isEqualTo(200);
        measure("the page: " + name, () -> reader.get(address));
    }

    private void measure(String name, Runnable action) {
        Cost before = Cost.soFar(database);
        action.run();
        costs.put(name, Cost.soFar(database).since(before));
    }

    private void holds() throws IOException {
        if (Boolean.getBoolean("dovetail.docs.write")) {
            List<String> lines = new ArrayList<>(List.of(HEAD));
            costs.forEach((name, cost) -> lines.add("\"%s\",%d,%d,%d,%d"
                    .formatted(name, cost.statements(), cost.writes(), cost.wal(), cost.transactions())));
            Files.write(FIGURES, lines);
        }
        Map<String, Cost> known = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FIGURES).subList(1, costs.size() + 1)) {
            String[] cells = line.substring(line.lastIndexOf('"') + 2).split(",", -1);
            known.put(
                    line.substring(1, line.lastIndexOf('"')),
                    new Cost(
                            Long.parseLong(cells[0]),
                            Long.parseLong(cells[1]),
                            Long.parseLong(cells[2]),
                            Long.parseLong(cells[3])));
        }
        assertThat(known).as("what is written down in " + FIGURES).containsOnlyKeys(costs.keySet());
        List<String> more = new ArrayList<>();
        costs.forEach((name, now) -> {
            Cost before = known.get(name);
            if (before != null && now.isMoreThan(before)) {
                more.add("%s: %s, was %s".formatted(name, now, before));
            }
        });
        assertThat(more)
                .as("what costs more than %s says. If it must, write it down: %s", FIGURES, WRITE)
                .isEmpty();
    }
}
