package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Where reviews are, as those read it who manage, convene or lead; and what failed, which an administrator has tried again. */
@Program
class OverviewPageTest {

    private static final int NOBODY_LISTENS_HERE = 1;
    private static final String NUMBERS_OF_A_LINE = "(<td data-label=\"Days old\"[\\s\\S]*?</tr>)";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Autowired
    private Engine engine;

    @Autowired
    private Walk walk;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private JavaMailSenderImpl sender;

    @LocalServerPort
    private int port;

    private int listening;

    @BeforeEach
    void begin() {
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
        listening = sender.getPort();
    }

    @AfterEach
    void listenAgain() {
        sender.setPort(listening);
    }

    @Test
    void aManagerReadsWhoIsWaitedForAndWhatHappensNextByItself() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "answerProposal", Forms.join());

        String page = everyPage(in("helen", "cockpit"), "/overview?area=northmerrow");

        assertThat(page)
                .contains("\"/reviews/" + review + "\"", "Waiting for", "since 24 November 2026")
                .contains("30 November 2026: Those who have not answered “Answer the proposal” are reminded.");
        assertThat(everyPage(in("helen", "cockpit"), "/overview?area=sallowdean"))
                .doesNotContain(review);
    }

    @Test
    void theTableForASpreadsheetHasTheRowsOfThePage() {
        walk.propose();
        String putOff = walk.propose();
        walk.putOff(putOff);
        Browserless helen = in("helen", "cockpit");

        for (String wanted : List.of("", "?sort=TIMES", "?since=2026-11-20&change=PUT_OFF", "?waits=WAITING")) {
            assertThat(helen.get("/overview.csv" + wanted).body())
                    .as(wanted)
                    .isEqualTo(
                            table(helen, helen.get("/overview" + wanted).body()).body());
            for (String page : pages(helen, "/overview" + wanted)) {
                HttpResponse<String> table = table(helen, page);
                assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
                List<String> lines = table.body().lines().skip(1).toList();
                assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(','))))
                        .as(wanted)
                        .isNotEmpty()
                        .containsExactlyElementsOf(all(page, "<td><a href=\"/reviews/([^\"]+)\""));
                assertThat(lines.stream().map(OverviewPageTest::numbers))
                        .as(wanted)
                        .containsExactlyElementsOf(all(page, NUMBERS_OF_A_LINE).stream()
                                .map(line -> all(line, "class=\"number\">([^<]*)<"))
                                .toList());
            }
        }
        assertThat(pages(helen, "/overview?since=2026-11-20&change=PUT_OFF").stream()
                        .map(page -> table(helen, page).body())
                        .collect(Collectors.joining()))
                .contains(putOff)
                .contains("What has happened to it since 2026-11-20");
    }

    @Test
    void whateverIsTypedIntoTheAddressIsAPage() {
        Browserless helen = in("helen", "cockpit");

        for (String odd : List.of(
                "?page=0",
                "?page=99",
                "?page=x",
                "?since=tomorrow",
                "?since=9999-01-01",
                "?sort=1",
                "?area=%27",
                "?organisation=x")) {
            assertThat(helen.get("/overview" + odd).statusCode()).as(odd).isEqualTo(200);
            assertThat(helen.get("/overview/failures" + odd).statusCode())
                    .as(odd)
                    .isEqualTo(200);
        }
    }

    @Test
    void convenorsAndCountyLeadsReadTheirAreasAndOthersNone() {
        String review = walk.propose();

        assertThat(everyPage(in("ruth", "tasklist"), "/overview")).contains(review);
        assertThat(everyPage(in("martin", "tasklist"), "/overview")).contains(review);
        assertThat(everyPage(in("leila", "tasklist"), "/overview")).doesNotContain(review);
        assertThat(everyPage(in("leila", "tasklist"), "/overview?area=northmerrow"))
                .doesNotContain(review);
        for (String address : List.of("/overview", "/overview.csv", "/overview/failures")) {
            assertThat(in("zoe", "tasklist").get(address).statusCode())
                    .as(address)
                    .isEqualTo(403);
            assertThat(new Browserless(port).get(address).statusCode())
                    .as(address)
                    .isEqualTo(302);
        }
        assertThat(in("helen", "cockpit").get("/").body()).contains("/overview");
        assertThat(in("zoe", "tasklist").get("/").body()).doesNotContain("/overview");
    }

    @Test
    void whatFailedIsASentenceAndAnAdministratorHasItTriedAgain() {
        sender.setPort(NOBODY_LISTENS_HERE);
        String review = engine.tolerating("could not be sent", () -> walk.propose(Walk.ONE_OF_EACH_VOICE));
        for (int tries = 0; tries < 8; tries++) {
            engine.clock().advance(Duration.ofHours(12));
            engine.tolerating("could not be sent", () -> {
                engine.run();
                return true;
            });
        }
        Browserless sam = in("sam", "admin");

        String page = sam.get("/overview/failures").body();

        assertThat(page)
                .contains("\"/reviews/" + review + "\"")
                .contains("to Lantern House Crisis Café", "could not be sent: The mail server could not be reached.");
        assertThat(everyPage(in("ruth", "tasklist"), "/overview")).contains("What to do");
        assertThat(in("ruth", "tasklist").get("/overview/failures").body())
                .contains("could not be reached.")
                .doesNotContain("Try again</button>");
        String mine = all(page, "action=\"(/overview/failures/[^\"]+)\"").get(0);
        String token = all(page, "name=\"_csrf\" value=\"([^\"]+)\"").get(0);
        assertThat(sam.send("POST", mine, FORM, "", false).statusCode())
                .as("without the token")
                .isEqualTo(403);
        int failed = failed();
        sender.setPort(listening);

        assertThat(sam.send("POST", mine, FORM, "_csrf=" + token, false).statusCode())
                .isEqualTo(302);
        assertThat(sam.send("POST", mine, FORM, "_csrf=" + token, false).statusCode())
                .as("twice")
                .isEqualTo(302);
        engine.run();

        assertThat(failed()).isEqualTo(failed - 1);
        assertThat(sam.get("/overview/failures").body()).doesNotContain(mine);
    }

    private int failed() {
        return (int) runtime.createIncidentQuery().count();
    }

    private Browserless in(String person, String application) {
        return Browserless.signedIn(port, person, application);
    }

    /** A list from its first page to its last: the reviews of other tests may fill more than one. */
    private static List<String> pages(Browserless reader, String first) {
        List<String> read = new ArrayList<>();
        List<String> next = List.of(first);
        while (!next.isEmpty()) {
            String page = reader.get(next.get(0).replace("&amp;", "&")).body();
            read.add(page);
            next = all(page, "rel=\"next\" href=\"([^\"]+)\"");
        }
        return read;
    }

    private static String everyPage(Browserless reader, String first) {
        return String.join("", pages(reader, first));
    }

    /** Days old, times put off, days lost and tier of a line of the table, as the page writes them. */
    private static List<String> numbers(String line) {
        List<String> cells = Pattern.compile("(?:^|,)((?:\"(?:[^\"]|\"\")*\"|[^,\"])*)")
                .matcher(line)
                .results()
                .map(cell -> cell.group(1))
                .toList();
        String tier = cells.get(7);
        return List.of(cells.get(4), cells.get(5), cells.get(6), tier.isEmpty() ? "–" : tier);
    }

    /** The table to which that page leads. */
    private static HttpResponse<String> table(Browserless reader, String page) {
        return reader.get(all(page, "href=\"(/overview\\.csv[^\"]*)\"").get(0).replace("&amp;", "&"));
    }

    private static List<String> all(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        return found.results().map(one -> one.group(1)).toList();
    }
}
