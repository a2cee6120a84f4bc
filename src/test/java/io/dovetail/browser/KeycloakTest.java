package io.dovetail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Signing in at a real Keycloak, on its own pages, and out of it again. Only {@code mvn -P keycloak verify} does this, and nothing
 * else then.
 */
@Program
@Tag("keycloak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTest {

    /** In milliseconds: a Keycloak, a program and a browser that all have just started share the machine. */
    private static final int LONG_ENOUGH = 180_000;

    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(LONG_ENOUGH);

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @LocalServerPort
    int port;

    Chromium chromium;
    Keycloak keycloak;

    @BeforeAll
    void start() throws IOException {
        keycloak = Keycloak.start(Path.of(Objects.requireNonNull(System.getProperty("tests.keycloak"))), port);
        chromium = Chromium.open(port);
        engine.clear();
        walk.reviewAt(Stage.JOINT_SCOPING, Walk.ONE_OF_EACH_VOICE);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
        engine.clear();
    }

    @Test
    void whoHasAConvenorsRoleThereHasTheirStepsHereAlsoAtMinuteSixAndSignsOutOfBoth() {
        Page page = signedIn();
        seesTheirSteps(page);
        engine.clock().advance(Duration.ofMinutes(6));
        seesTheirSteps(page);

        page.navigate("/");
        page.getByText("Sign out").click();
        page.waitForURL("http://localhost:" + port + "/");
        assertThat(page.locator("main")).containsText("Sign in once, for all of them", PATIENTLY);
        askToSignIn(page);
        page.locator("#password").waitFor();
    }

    @Test
    void whoseSessionsEndThereAreOutHereInEveryBrowser() throws Exception {
        Page one = signedIn();
        Page other = signedIn();

        keycloak.endSessions();

        // A page belongs to the thread that opened it.
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMillis(LONG_ENOUGH))
                .until(() -> isOut(one) && isOut(other));
    }

    @Test
    void whoLosesTheRoleThereLosesTheirStepsAtTheNextSignInAndWhatTheyHadTakenOnIsFree() throws Exception {
        Page before = signedIn(Keycloak.LEAVER, "Lee Leaver");
        seesTheirSteps(before);
        new TasklistForm(before).open("Propose dates").claim();
        Assertions.assertThat(takenOn()).isEqualTo(1);

        keycloak.takeRole();
        Page after = atProvider(Keycloak.LEAVER);

        assertThat(after.locator("h1")).containsText("You are not known here yet", PATIENTLY);
        assertThat(after.locator("main")).containsText("ask your convenor");
        Assertions.assertThat(takenOn()).isZero();
        after.navigate("/camunda/app/tasklist/default/");
        after.locator("input[type=password]").waitFor();
        Assertions.assertThat(counted(before)).isEqualTo(401);
    }

    /** What a window that is still open from before is answered when it counts steps. */
    private static Object counted(Page page) {
        return page.evaluate("""
                async () => {
                    const answer = await fetch('/camunda/api/engine/engine/default/task/count');
                    return answer.status;
                }""");
    }

    private long takenOn() {
        return engine.engine().getTaskService().createTaskQuery().taskAssigned().count();
    }

    private static boolean isOut(Page page) {
        page.navigate("/");
        return page.locator("main").innerText().contains("Sign in once, for all of them");
    }

    private Page signedIn() {
        return signedIn(Keycloak.PERSON, "Nia Newcomer");
    }

    private Page signedIn(String person, String name) {
        Page page = atProvider(person);
        assertThat(page.locator(".notice").first()).containsText("Signed in as " + name, PATIENTLY);
        return page;
    }

    /** Where somebody is led to who has given name and password there. */
    private Page atProvider(String person) {
        Page page = chromium.window();
        page.setDefaultTimeout(LONG_ENOUGH);
        askToSignIn(page);
        page.locator("#username").fill(person);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
        return page;
    }

    private static void askToSignIn(Page page) {
        page.navigate("/sign-in");
        page.getByText("Sign in with NHS login").click();
        page.locator("#username").waitFor();
    }

    private static void seesTheirSteps(Page page) {
        page.navigate("/camunda/app/tasklist/default/");
        assertThat(page.locator("li.task").first()).containsText("Propose dates", PATIENTLY);
    }
}
