package io.dovetail.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void remember() {
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

        String page = in("helen", "cockpit").get("/overview?area=northmerrow").body();

        assertThat(page)
                .contains("\"/reviews/" + review + "\"", "Waiting for", "since 24 November 2026")
                .contains("30 November 2026: Whoever has not answered is reminded.");
        assertThat(in("helen", "cockpit").get("/overview?area=sallowdean").body())
                .doesNotContain(review);
    }

    @Test
    void theTableForASpreadsheetHasTheRowsOfThePage() {
        walk.propose();
        String putOff = walk.propose();
        walk.putOff(putOff);
        Browserless helen = in("helen", "cockpit");

        for (String wanted : List.of("", "?sort=TIMES", "?since=2026-11-20&change=PUT_OFF", "?waits=WAITING")) {
            String page = helen.get("/overview" + wanted).body();
            HttpResponse<String> table = helen.get("/overview.csv" + wanted);

            assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
            List<String> lines = table.body().lines().skip(1).toList();
            assertThat(lines.stream().map(line -> line.substring(0, line.indexOf(','))))
                    .as(wanted)
                    .isNotEmpty()
                    .containsExactlyElementsOf(all(page, "<td><a href=\"/reviews/([^\"]+)\""));
        }
        assertThat(helen.get("/overview.csv?since=2026-11-20&change=PUT_OFF").body())
                .contains(putOff)
                .contains("What became of it since 2026-11-20");
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

        assertThat(in("ruth", "tasklist").get("/overview").body()).contains(review);
        assertThat(in("martin", "tasklist").get("/overview").body()).contains(review);
        assertThat(in("leila", "tasklist").get("/overview").body()).doesNotContain(review);
        assertThat(in("leila", "tasklist").get("/overview?area=northmerrow").body())
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
        assertThat(in("ruth", "tasklist").get("/overview").body()).contains("What to do");
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

    private static List<String> all(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        return found.results().map(one -> one.group(1)).toList();
    }
}
