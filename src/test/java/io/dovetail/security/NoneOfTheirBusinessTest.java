package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine would tell or let be done, and what it says about what it does not understand. */
class NoneOfTheirBusinessTest extends AccessAttempts {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metrics",
                "/metrics/job-successful/sum",
                "/history/cleanup/jobs",
                "/history/cleanup/job",
                "/history/cleanup/configuration",
                "/schema/log",
                "/process-definition/statistics",
                "/history/process-instance/count",
                "/history/activity-instance/count",
                "/job/count"
            })
    void whatIsCountedOfEverybodysRequestsIsForManagersAndAdministrators(String address) {
        assertThat(signedIn("zoe").get(API + address).statusCode()).isEqualTo(403);
        assertThat(new Browserless(port).get(API + address).statusCode()).isIn(401, 403);
        assertThat(Browserless.signedIn(port, "helen", "cockpit")
                        .get(API + address)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyRenamesThemselves() {
        Browserless zoe = signedIn("zoe");
        Map<String, String> other =
                Map.of("id", "zoe", "firstName", "Somebody", "lastName", "Else", "email", "else@elsewhere.example");

        assertThat(zoe.put("/user/zoe/profile", other).statusCode()).isEqualTo(403);

        assertThat(zoe.read("/user/zoe/profile").path("lastName").asText()).isEqualTo("Hartley");
    }

    @Test
    void whatIsMissingOrUnknownIsSaidInOneSentence() {
        Browserless zoe = signedIn("zoe");
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        for (HttpResponse<String> answer : List.of(
                zoe.post("/authorization/create", Map.of()),
                sam.post("/authorization/create", Map.of()),
                zoe.post("/task/none-such/claim", Map.of("userId", "zoe")),
                zoe.post("/task/none-such/claim", Map.of("userId", List.of("zoe"))),
                zoe.post("/task/none-such/comment/create", Map.of("message", List.of("no text"))),
                zoe.post("/task/none-such/comment/create", Map.of("text", "no message")),
                zoe.post("/task/none-such/comment/create", List.of()),
                sam.put("/group/camunda-admin/members/none-such", Map.of()))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(zoe.tree(answer.body()).path("message").asText())
                    .isIn(
                            "This cannot be done as it was sent, and nothing has changed.",
                            "This step is not open any more.");
        }
    }

    @Test
    void whoeverMayReadAPageMayAskForItsHead() {
        Browserless zoe = signedIn("zoe");
        for (String page : List.of("/", "/reviews", "/sign-in", "/actuator/health")) {
            assertThat(zoe.send("HEAD", page, JSON, "", false).statusCode())
                    .as(page)
                    .isEqualTo(zoe.get(page).statusCode());
        }
        assertThat(new Browserless(port)
                        .send("HEAD", "/mailbox", JSON, "", false)
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsRead() {
        HttpResponse<String> answer = Browserless.signedIn(port, "sam", "admin")
                .post(API + "/deployment/create", "multipart/form-data; boundary=x", "y".repeat(1_000_001), true);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("This is too much for one form");
    }
}
