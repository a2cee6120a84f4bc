package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Program;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** What an administrator may do and may not. */
class AdministratorAccessTest extends AccessAttempts {

    @Test
    void anAdministratorLooksAfterEverythingAndAnswersForNobody() {
        String review = engine.propose("zoe", Proposal.whole());
        Task task = engine.task("sian", review, "answerProposal");
        Browserless sam = Browserless.signedIn(port, "sam", "admin");

        for (String application : List.of("admin", "cockpit")) {
            assertThat(sam.get("/camunda/app/" + application + "/default/").statusCode())
                    .isEqualTo(200);
        }
        assertThat(sam.get("/mailbox").statusCode()).isEqualTo(200);
        assertThat(sam.read("/user?maxResults=100").findValuesAsText("id")).contains("zoe", "tomasz");
        HttpResponse<String> answered = sam.submit(task.getId(), Proposal.answer("Sam Whitlock"));
        assertThat(answered.statusCode()).isEqualTo(400);
        assertThat(answered.body()).contains("Only members of the organisation that was asked can answer this.");
        // Not even where they make themselves one who is asked.
        assertThat(sam.post("/task/" + task.getId() + "/identity-links", Map.of("userId", "sam", "type", "candidate"))
                        .statusCode())
                .isEqualTo(204);
        answered = sam.submit(task.getId(), Proposal.answer("Sam Whitlock"));
        assertThat(answered.statusCode()).isEqualTo(400);
        assertThat(answered.body()).contains("Only members of");
        assertRefused("completing", sam.post("/task/" + task.getId() + "/complete", Map.of()));
        assertUntouched("sian", review, task);
    }

    @Test
    void aWeakPasswordIsRefused() {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");
        Map<String, Object> profile = Map.of("id", "newcomer", "firstName", "New", "lastName", "Comer");

        for (String weak : List.of("short", "alllowercaseletters", "newcomer-Newcomer1")) {
            assertThat(sam.post("/user/create", Map.of("profile", profile, "credentials", Map.of("password", weak)))
                            .statusCode())
                    .as(weak)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(engine.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId("newcomer")
                        .count())
                .isZero();
        Browserless zoe = signedIn("zoe");
        assertThat(zoe.put(
                                "/user/zoe/credentials",
                                Map.of("password", "weak", "authenticatedUserPassword", Program.PASSWORD))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        signedIn("zoe");
    }

    @Test
    void ourPagesAndTheEnginesCarryTheirSafeguards() {
        Browserless sam = Browserless.signedIn(port, "sam", "admin");

        for (String page : List.of("/", "/mailbox", "/camunda/app/admin/default/", "/camunda/app/cockpit/default/")) {
            assertHeaders(sam.get(page));
            assertThat(sam.get(page).headers().firstValue("Content-Security-Policy"))
                    .as(page)
                    .isPresent();
        }
    }
}
