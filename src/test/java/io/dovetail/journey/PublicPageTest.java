package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.review.Stage;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What everybody reads of a review without signing in: where it has got to and why, and nobody's name. */
@Program
class PublicPageTest {

    @Autowired
    private Directory directory;

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @LocalServerPort
    int port;

    @Test
    void everybodyReadsWhereAReviewHasGotToAndIsOfferedToSignIn() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);
        engine.submit("joan", review, "answerProposal", Forms.join().with("commitment", "We pay for two nights."));
        engine.clock().advance(Duration.ofDays(1));
        walk.putOff(review);

        HttpResponse<String> page = nobody().get("/reviews/" + review);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Crisis care at night", "What is wanted, and why", "Sign in to read more")
                .contains("Somebody has to choose how it goes on.", "If nobody has chosen by then, ")
                .contains("Merrowshire Mental Health NHS Trust", "Our crisis team has five vacancies")
                .doesNotContain("We pay for two nights.");
        assertThat(page.headers().allValues("Set-Cookie"))
                .as("no session is made for readers")
                .isEmpty();
        assertThat(page.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(page.headers().firstValue("Vary")).contains("Cookie");
        HttpResponse<String> list = nobody().get("/reviews");
        assertThat(list.body()).contains("\"/reviews/" + review + "\"", "Sign");
        assertThat(row(list.body(), review)).contains("Put off", "5 times, now until");
        assertThat(list.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void whoDoesNotTakePartReadsWhatEverybodyReads() {
        String review = walk.propose(Walk.ONE_OF_EACH_VOICE);

        HttpResponse<String> page =
                Browserless.signedIn(port, "farid", "tasklist").get("/reviews/" + review);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("What is wanted, and why").doesNotContain("Zoë Hartley");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void ofWhatDoesNotExistThereIsNoPage() {
        assertThat(nobody().get("/reviews/NM-1999-999").statusCode()).isEqualTo(404);
        assertThat(nobody().get("/reviews/1%27%20or%201=1").statusCode()).isIn(400, 404);
    }

    @Test
    void whatIsPublishedNamesOrganisationsAndNobody() {
        String review = walk.reviewAt(Stage.SIGN_OFF, Walk.ONE_OF_EACH_VOICE);
        assertThat(nobody().get("/reviews/" + review).body())
                .as("while it is still being checked")
                .doesNotContain("At night nobody stays with people until help has come.");
        walk.goOnTo(review, Stage.PUBLICATION);
        walk.pass(review, Stage.PUBLICATION);

        String page = nobody().get("/reviews/" + review).body();

        assertThat(page)
                .contains(
                        "This is what we found and what will be done.",
                        "At night nobody stays with people until help has come.",
                        "Keep one place open every night",
                        "ladder of co-production",
                        "late, with a new date")
                .doesNotContain(
                        "Call records of October",
                        "Two of us spent a night",
                        "A quiet room to go to.",
                        "th:",
                        "<script");
        assertThat(namesOfPeople())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(page).doesNotContain(name));
    }

    private static String row(String list, String review) {
        String from = list.substring(list.indexOf("\"/reviews/" + review + "\""));
        return from.substring(0, from.indexOf("</tr>"));
    }

    private List<String> namesOfPeople() {
        List<String> names = new ArrayList<>(List.of("Zoë Hartley", "Amina Yusuf"));
        for (Body body : directory.bodies()) {
            Stream.of(body.lead(), body.deputy(), body.executive())
                    .filter(Objects::nonNull)
                    .map(Person::name)
                    .forEach(names::add);
        }
        return names;
    }

    private Browserless nobody() {
        return new Browserless(port);
    }
}
