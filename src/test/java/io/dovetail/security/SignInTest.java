package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Program;
import java.net.http.HttpResponse;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** How people sign in, and what keeps others from doing it for them. */
class SignInTest extends AccessAttempts {

    @Test
    void whatIsSentWithoutItsTokenIsRefused() {
        String review = engine.propose("zoe", Proposal.whole());
        Task own = engine.task("zoe", review, "answerProposal");
        Browserless zoe = signedIn("zoe");

        HttpResponse<String> sent =
                zoe.post(API + "/task/" + own.getId() + "/claim", JSON, "{\"userId\":\"zoe\"}", false);
        assertThat(sent.statusCode()).isEqualTo(403);
        assertUntouched("zoe", review, own);
        assertThat(new Browserless(port)
                        .post("/sign-in", "application/x-www-form-urlencoded", signInForm("zoe", "/", ""), false)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSessionIsOutOfReachOfScriptsAndOtherSites() {
        HttpResponse<String> answer = new Browserless(port).signIn("zoe", Program.PASSWORD, "tasklist");

        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID="))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void whoSignsInOnOurPageGetsAnotherSessionAndStaysOnThisSite() {
        for (String elsewhere : List.of(
                "//evil.example",
                "https://evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/\t/evil.example")) {
            Browserless zoe = new Browserless(port);
            String page = zoe.get("/sign-in?next=" + encoded(elsewhere)).body();
            assertThat(page).doesNotContain("evil.example").doesNotContain("javascript:");
            String before = zoe.cookie("JSESSIONID").orElse("");

            HttpResponse<String> answer = zoe.post(
                    "/sign-in", "application/x-www-form-urlencoded", signInForm("zoe", elsewhere, page), false);

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location").orElse(""))
                    .as(elsewhere)
                    .isEqualTo("http://localhost:" + port + "/");
            assertThat(zoe.cookie("JSESSIONID").orElse("")).isNotEmpty().isNotEqualTo(before);
            assertThat(zoe.read("/task/count").has("count")).isTrue();
        }
    }

    @Test
    void aWrongPasswordSignsNobodyIn() {
        Browserless anybody = new Browserless(port);
        String page = anybody.get("/sign-in").body();

        HttpResponse<String> answer = anybody.post(
                "/sign-in",
                "application/x-www-form-urlencoded",
                signInForm("nobodyhere", "/", page).replace(encoded(Program.PASSWORD), "wrong"),
                false);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(anybody.get("/mailbox").statusCode()).isEqualTo(302);
    }
}
