package io.dovetail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.dovetail.calendar.MovableClock;
import io.dovetail.deferral.Ledger;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Cockpit as a manager finds it: where reviews are, and the way each took, also after it has ended. */
@Program
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CockpitJourneyTest {

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @Autowired
    Ledger ledger;

    @LocalServerPort
    int port;

    Chromium chromium;
    String review;

    @BeforeAll
    void open() {
        chromium = Chromium.open(port);
        engine.clear();
        engine.clock().set(MovableClock.london("2026-11-24T10:00"));
        review = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOffAndGoOn(review);
        walk.pass(review, Stage.PROPOSAL);
        walk.putOff(review);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aManagerFindsAReviewOnTheDashboardAndOpensItsPathAlsoAfterItsEnd() {
        Page cockpit = chromium.signedIn("helen", "cockpit");

        Page path = opened(cockpit);

        assertThat(path.locator("h1")).hasText("Crisis care at night");
        assertThat(path.locator(".lead")).containsText("Put off 2 times, now until");
        assertThat(path.locator(".figures strong").nth(1)).hasText(String.valueOf(ledger.daysLost(review)));
        assertThat(path.locator("svg.path image").first()).isVisible();
        Assertions.assertThat((Boolean) path.evaluate("""
                        async () => {
                          const picture = new Image();
                          picture.src = document.querySelector('svg.path image').getAttribute('href');
                          await picture.decode();
                          return picture.naturalWidth > 1000;
                        }"""))
                .as("the picture of the model is there")
                .isTrue();
        assertThat(path.locator("details.stage > summary h3")).hasText(new String[] {
            "1 Proposal", "Put off the proposal", "2 Joint scoping workshop", "Put off the scoping"
        });
        path.locator("details.stage > summary").nth(3).click();
        assertThat(path.locator("details.stage").nth(3).locator(".mark.now").first())
                .isVisible();
        Assertions.assertThat(path.locator("main").innerText()).doesNotContain("callActivity_", "userTask_");

        endIt();
        cockpit.reload();

        Page ended = opened(cockpit);
        assertThat(ended.locator(".lead")).containsText("Closed publicly without a review on ");
        assertThat(ended.locator("svg.path").first()).isVisible();
    }

    @Test
    void theInstanceShowsItsReviewAndNothingThatIsForAdministrators() {
        String other = walk.proposeForTheFirstTime(Walk.ONE_OF_EACH_VOICE);
        walk.putOff(other);
        String instance = engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("crisis-care-review")
                .processInstanceBusinessKey(other)
                .singleResult()
                .getId();
        Page page = chromium.signedIn("helen", "cockpit");
        page.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");

        FrameLocator within = page.frameLocator(".dovetail-page");
        assertThat(within.locator("h1")).hasText("Crisis care at night");
        assertThat(within.locator(".lead")).containsText("Put off once, now until");
        assertThat(within.locator(".site-header")).hasCount(0);
        for (String forOthers : new String[] {".ctn-toolbar", ".ctn-sidebar", ".cam-breadcrumb li[data-index='2']"}) {
            assertThat(page.locator(forOthers).first()).isAttached();
            assertThat(page.locator(forOthers).first()).isHidden();
        }

        page.navigate("/camunda/app/cockpit/default/#/processes");
        page.locator("a", new Page.LocatorOptions().setHasText("Crisis care review"))
                .first()
                .click();
        assertThat(page.locator(".dovetail-count").first()).hasText(Pattern.compile("once|\\d+ times"));
        Locator row = page.locator(".process-instances tbody tr", new Page.LocatorOptions().setHasText(other));
        assertThat(row.locator("td.instance-id a[href]")).isVisible();
        assertThat(row.locator("td.instance-id a[href]")).hasAttribute("title", "Open " + other);
        assertThat(row.locator("td.instance-id a[href]")).hasAccessibleName("Open " + other);
        // No green tick beside a review that is put off, and nothing that offers an id to copy.
        assertThat(row.locator("td.state")).isHidden();
        assertThat(row.locator("td.start-time")).isHidden();
        assertThat(page.locator(".process-instances th.business-key")).containsText("Review");
        assertThat(page.locator(".glyphicon-copy:visible")).hasCount(0);

        Page administrator = chromium.signedIn("sam", "cockpit");
        administrator.navigate("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
        assertThat(administrator.locator(".ctn-toolbar")).isVisible();
        assertThat(administrator.locator(".nav-tabs li", new Page.LocatorOptions().setHasText("Variables")))
                .isVisible();
    }

    @Test
    void withoutWhatIsOursInCockpitEveryPageIsWhole() {
        Page page = chromium.signedIn("helen", "cockpit");
        page.route(
                "**/app/cockpit/scripts/config.js*",
                config -> config.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBody("export default {};")));
        page.reload();

        assertThat(page.locator(".dashboard .actual")).isVisible();
        assertThat(page.locator(".dovetail-page")).hasCount(0);
        page.navigate("/overview");
        Locator row = page.locator("tr", new Page.LocatorOptions().setHasText(review));
        assertThat(row).isVisible();
        assertThat(page.locator("form.filter")).isVisible();
        row.locator("a", new Locator.LocatorOptions().setHasText("Its path")).click();
        assertThat(page.locator(".site-header")).isVisible();
        assertThat(page.locator("svg.path").first()).isVisible();
        assertThat(page.locator("svg.timeline")).isVisible();
    }

    private Page opened(Page cockpit) {
        Locator row = cockpit.frameLocator(".dovetail-page")
                .locator("tr", new FrameLocator.LocatorOptions().setHasText(review));
        assertThat(row).isVisible();
        return cockpit.waitForPopup(() -> row.locator("a", new Locator.LocatorOptions().setHasText("Its path"))
                .click());
    }

    /** The next postponements are more than anybody waits for. */
    private void endIt() {
        for (int times = 2; times < 5; times++) {
            walk.goOn(review);
            walk.putOff(review);
        }
        walk.giveUp(review);
    }
}
