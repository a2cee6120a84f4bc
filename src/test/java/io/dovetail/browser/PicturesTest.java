package io.dovetail.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.LoadState;
import io.dovetail.calendar.MovableClock;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Forms;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pictures in the documentation are taken here. Beside each lie the words that were to be read in it; where the program says
 * others by now, the picture has to be taken again.
 */
@Program
class PicturesTest {

    private static final Path PICTURES = Path.of("src", "docs", "pictures");
    private static final String WRITE =
            "mvn verify -Dtest=None -Dit.test=PicturesTest -Dsurefire.failIfNoSpecifiedTests=false -Ddovetail.docs.write=true";

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @LocalServerPort
    int port;

    @Test
    void aRequestInTasklist() throws IOException {
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
        walk.reviewAt(Stage.PROPOSAL);
        try (Chromium chromium = Chromium.open(port)) {
            Page page = chromium.signedIn("zoe", "tasklist");
            page.setViewportSize(1280, 860);
            new TasklistForm(page).open("Answer the proposal").claim();
            page.waitForCondition(() -> page.locator(".fjs-form-field").count() > 3);

            shows(
                    page,
                    "tasklist",
                    () -> page.locator(".fjs-form-field-label, .fjs-form label").allInnerTexts());
        }
    }

    @Test
    void thePathOfAReview() throws IOException {
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
        String review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(review);
        engine.clock().advance(Duration.ofDays(14));
        walk.putOff(review);
        engine.moveTo(review, "event_resumeDateReached");
        walk.convenor(review, "restartReview", Forms.restartReview());
        walk.pass(review, Stage.PROPOSAL);
        engine.clock().advance(Duration.ofDays(2));
        walk.putOff(review);
        try (Chromium chromium = Chromium.open(port)) {
            Page page = chromium.signedInToOurPages("helen");
            page.setViewportSize(1500, 1290);
            page.navigate("/reviews/" + review + "/path");
            page.waitForFunction("document.querySelector('svg.path image').getBoundingClientRect().width > 1000");
            page.waitForLoadState(LoadState.NETWORKIDLE);

            shows(
                    page,
                    "path",
                    () -> page.locator("h1, .lead, .figures, h2, .key, .stage > summary")
                            .allInnerTexts());
        }
    }

    private static void shows(Page page, String name, Supplier<List<String>> words) throws IOException {
        Path beside = PICTURES.resolve(name + ".txt");
        if (Boolean.getBoolean("dovetail.docs.write")) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
            Files.writeString(beside, read(words.get()));
        }
        String known = Files.exists(beside) ? Files.readString(beside) : "";
        try {
            page.waitForCondition(() -> read(words.get()).equals(known));
        } catch (TimeoutError others) {
            assertThat(known)
                    .as("%s.png shows what is no longer so. Take it again: %s", name, WRITE)
                    .isEqualTo(read(words.get()));
        }
    }

    private static String read(List<String> words) {
        return String.join("\n", words)
                        .replaceAll("\\*", "")
                        .replaceAll("[ \\t]+", " ")
                        .replaceAll("(?m)^ | $", "")
                        .strip()
                + "\n";
    }
}
