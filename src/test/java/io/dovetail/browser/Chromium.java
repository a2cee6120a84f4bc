package io.dovetail.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.dovetail.journey.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium or Chrome that is installed on this machine, started once in each JVM. Where there is none these tests are skipped and say so; with {@code CI=true}
 * they fail instead.
 */
final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = Stream.concat(
                    Optional.ofNullable(System.getenv("CHROMIUM")).stream(),
                    Stream.of(
                            "/usr/bin/chromium",
                            "/usr/bin/chromium-browser",
                            "/usr/bin/google-chrome",
                            "/snap/bin/chromium",
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe"))
            .toList();

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<BrowserContext> windows = new ArrayList<>();
    private final Browser browser;
    private final String address;

    private Chromium(Browser browser, int port) {
        this.browser = browser;
        address = "http://localhost:" + port;
    }

    static Chromium open(int port) {
        if (program().isEmpty() && !"true".equals(System.getenv("CI"))) {
            System.err.println("SKIPPED: no Chromium or Chrome found; the browser's journeys were not walked.");
            Assumptions.abort(
                    "No Chromium or Chrome is installed; set CHROMIUM to its program to walk these journeys.");
        }
        return new Chromium(Started.ONE, port);
    }

    /** A window of its own, in British English and London time. */
    Page window() {
        BrowserContext window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(1400, 1000)
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setBaseURL(address));
        windows.add(window);
        return window.newPage();
    }

    /**
     * A window in which that person has signed in to Tasklist, Cockpit or Admin. The application draws its sign-in form a second time
     * when the last of its scripts arrives late; what was typed before that is gone, so it is typed again.
     */
    Page signedIn(String person, String application) {
        Page page = window();
        for (int left = 3; ; left--) {
            page.navigate("/camunda/app/" + application + "/default/");
            Locator account = page.locator(".account");
            Locator name = page.locator("input[type=text]");
            account.or(name).first().waitFor();
            if (name.isVisible()) {
                name.fill(person);
                page.fill("input[type=password]", Program.PASSWORD);
                page.click("button[type=submit]");
            }
            try {
                account.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE.toMillis()));
                return page;
            } catch (TimeoutError notYet) {
                if (left == 0) {
                    throw new AssertionError(
                            person + " could not sign in; the page says: " + page.innerText("body"), notYet);
                }
            }
        }
    }

    /** Signs that person in again on a page whose session has ended. */
    static void signInAgain(Page page, String person) {
        page.locator("input[type=password]").waitFor();
        page.locator("input[type=text]").first().fill(person);
        page.fill("input[type=password]", Program.PASSWORD);
        page.click("button[type=submit]");
        page.locator(".account").waitFor();
    }

    /** A window in which that person has signed in to our own pages, which are there sooner than Tasklist. */
    Page signedInToOurPages(String person) {
        Page page = window();
        page.navigate("/sign-in");
        page.fill("input[name=person]", person);
        page.fill("input[name=password]", Program.PASSWORD);
        page.click("button[type=submit]");
        page.locator("form[action*=sign-out]").first().waitFor();
        return page;
    }

    /**
     * Closes the windows: Tasklist and Cockpit go on asking and drawing in each that is open. The browser itself goes on until the last
     * test of this JVM has been run.
     */
    @Override
    public void close() {
        windows.forEach(BrowserContext::close);
        windows.clear();
    }

    private static Optional<Path> program() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    /** Started when first needed; it stops with the tests. */
    private static final class Started {

        private static final Browser ONE = start();

        private static Browser start() {
            // A page that comes late on a busy machine is no fault of the page.
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program().orElseThrow())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }
}
