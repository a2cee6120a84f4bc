package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import io.dovetail.journey.Program;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may open without signing in, and what not. */
class AnybodyAccessTest extends AccessAttempts {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/assets/dovetail.css", "/actuator/health"})
    void anybodyMayOpen(String address) {
        HttpResponse<String> page = new Browserless(port).get(address);

        assertThat(page.statusCode()).isEqualTo(200);
        assertHeaders(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox",
                "/mailbox/1",
                "/requests/1",
                "/reviews/NM-2026-001/record",
                "/engine-rest",
                "/engine-rest/engine",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/h2-console",
                "/nope",
                "/camunda/api/engine/engine/default/task?maxResults=5",
                "/camunda/api/engine/engine/default/user?maxResults=5",
                "/camunda/api/engine/engine/default/filter?maxResults=5",
                "/camunda/api/engine/engine/default/process-definition?maxResults=5",
                "/camunda/api/engine/engine/default/identity/groups?userId=zoe",
                "/camunda/api/cockpit/plugin/base/default/incident?maxResults=5",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/tasklist/plugin/x"
            })
    void whoHasNotSignedInIsTurnedAwayFrom(String address) {
        Browserless anybody = new Browserless(port);
        HttpResponse<String> answer = anybody.get(address);

        assertThat(answer.statusCode()).isIn(302, 400, 401, 403, 404);
        if (answer.statusCode() == 302) {
            assertThat(answer.headers().firstValue("Location").orElse("")).contains("/sign-in?next=");
        }
        assertThat(answer.body()).doesNotContain("at io.dovetail", "at org.");
        assertHeaders(answer);
    }

    @Test
    void whoHasNotSignedInLearnsOnlyThatThereIsAnEngineAndCannotBecomeItsFirstUser() {
        Browserless anybody = new Browserless(port);

        assertThat(anybody.get("/camunda/api/engine/engine/").body()).isEqualTo("[{\"name\":\"default\"}]");
        assertThat(anybody.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
        HttpResponse<String> setUp = anybody.post(
                "/camunda/api/admin/setup/default/user/create",
                JSON,
                "{\"profile\":{\"id\":\"eve\",\"firstName\":\"Eve\",\"lastName\":\"E\"},"
                        + "\"credentials\":{\"password\":\"" + Program.PASSWORD + "\"}}",
                true);
        assertThat(setUp.statusCode()).isEqualTo(403);
        assertThat(engine.engine()
                        .getIdentityService()
                        .createUserQuery()
                        .userId("eve")
                        .count())
                .isZero();
    }
}
