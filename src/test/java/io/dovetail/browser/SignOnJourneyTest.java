package io.dovetail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.dovetail.journey.AccountProvider;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in with an account elsewhere, and out of it again, in a browser. */
@Program
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOnJourneyTest {

    private static final Path PICTURES = Path.of("target", "sign-on");

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        new AccountProvider().start();
        chromium = Chromium.open(port);
        engine.clear();
        walk.reviewAt(Stage.PROPOSAL);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void whoSignsInThereFindsTheirStepsHereAndSignsOutOfBoth() {
        Page page = chromium.window();
        page.navigate("/sign-in");
        picture(page, "1-sign-in");
        page.getByText("Sign in with NHS login").click();

        atProvider(page, "{\"email\": \"zoe.hartley@lanternhouse.example\", \"email_verified\": true}");
        assertThat(page.locator(".notice").first()).containsText("Signed in as Zoë Hartley");
        picture(page, "2-home");
        page.getByText("Open Tasklist").click();
        assertThat(page.locator("li.task").first()).containsText("Answer the proposal");
        picture(page, "3-tasklist");

        page.navigate("/");
        page.getByText("Sign out").click();
        // Its page after signing out; one that leads back does so at once.
        page.waitForURL(
                Pattern.compile("http://localhost:(?!" + port + "/$).*endsession.*|http://localhost:" + port + "/"));
        picture(page, "4-signed-out");
        page.navigate("/");
        assertThat(page.locator("main")).containsText("Sign in once, for all of them");
    }

    @Test
    void whoIsNotKnownIsToldWhomToAsk() {
        Page page = chromium.window();
        page.navigate("/sign-in?next=/reviews");
        page.getByText("Sign in with NHS login").click();

        atProvider(page, "{\"name\": \"Nia Newcomer\"}");
        assertThat(page.locator("h1")).hasText("You are not known here yet");
        assertThat(page.locator("main")).containsText("ask your convenor");
        picture(page, "5-unknown");
    }

    private static void atProvider(Page page, String claims) {
        Locator name = page.locator("input[name=username]");
        name.fill("someone-" + claims.hashCode());
        page.locator("textarea[name=claims]").fill(claims);
        page.locator("input[type=submit], button[type=submit]").first().click();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
