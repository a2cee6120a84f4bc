package io.dovetail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Positions;
import io.dovetail.review.Stage;
import io.dovetail.review.Stance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasklist, Cockpit and our own pages as each kind of person finds them. */
@Program
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasklistJourneyTest {

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @Autowired
    Positions positions;

    @LocalServerPort
    int port;

    Chromium chromium;
    String review;

    @BeforeAll
    void open() {
        chromium = Chromium.open(port);
        // Other tests' steps would be in the lists.
        engine.clear();
        review = walk.reviewAt(Stage.PROPOSAL);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aPartnerFindsTheListsTheCardAndTheNotice() {
        Page page = chromium.signedIn("sian", "tasklist");

        assertThat(page).hasTitle(Pattern.compile("Dovetail Tasklist"));
        assertThat(page.locator(".ce-eol-banner")).containsText("No patient-identifiable information belongs here");
        assertThat(page.locator(".ce-eol-banner")).hasCSS("background-color", "rgb(230, 240, 237)");
        // Each list's name is followed by a number as soon as the steps are counted.
        assertThat(page.locator(".task-filters h4 a"))
                .containsText(new String[] {"My organisation’s", "Mine", "Overdue", "All I may see"});
        Locator card = page.locator("li.task").first();
        assertThat(card).containsText("Answer the proposal");
        assertThat(card).containsText("Open Door");
        assertThat(card).containsText("Due");
        Locator about = card.locator(".variable-item .variable-value").last();
        assertThat(about).isVisible();
        // Half of the card is what Camunda gives each of several variables; this is one line that says everything, once
        // it is drawn.
        page.waitForFunction("""
                () => {
                  const card = document.querySelector('li.task');
                  const about = [...card.querySelectorAll('.variable-item .variable-value')].pop();
                  return about.parentElement.getBoundingClientRect().width
                      > 0.9 * card.querySelector('.task-card-details').getBoundingClientRect().width;
                }""");
        assertThat(page.locator(".create-task-action")).isHidden();
        // Without opening it: the list may be drawn again, and then an open menu is closed.
        page.waitForFunction("""
                () => {
                  const orders = document.querySelector('li.sorting-choice .dropdown-menu');
                  return orders !== null && [...orders.children]
                      .filter(order => getComputedStyle(order).display !== 'none')
                      .map(order => order.textContent.trim())
                      .join() === 'Due date,Task name,Assignee';
                }""");
    }

    @Test
    void theOrderHasItsNameAlsoWhereTheWordsOfTasklistComeAfterTheList() {
        Page page = chromium.signedInToOurPages("sian");
        List<Route> words = new ArrayList<>();
        page.route("**/tasklist/locales/en.json*", words::add);
        page.navigate("/camunda/app/tasklist/default/");

        assertThat(page.locator(".sort-by").first()).hasText("Created");
        words.forEach(Route::resume);
        assertThat(page.locator(".start-process-action").first()).containsText("Begin something");
        assertThat(page.locator(".sort-by").first()).hasText("Created");
        // What partners do not know as an order is not offered then either.
        assertThat(page.locator("li.sorting-choice .dropdown-menu li:has(> a[translate=PRIORITY])")
                        .first())
                .hasCSS("display", "none");
    }

    @Test
    void aStepShowsWhatIsForAPartnerAndTheWayBackAndNothingElse() {
        Page page = chromium.signedIn("sian", "tasklist");
        new TasklistForm(page).open("Answer the proposal");

        for (String forOthers : new String[] {
            ".tasks-list .search-container", ".definition-name", ".meta .groups", ".task-card .nav-tabs li"
        }) {
            assertThat(page.locator(forOthers).first()).isAttached();
            assertThat(page.locator(forOthers).first()).isHidden();
        }
        assertThat(page.locator(".meta .claim")).isVisible();
        assertThat(page.locator(".ce-eol-banner a")).hasText(new String[] {"Home", "Reviews"});
        page.locator(".ce-eol-banner a", new Page.LocatorOptions().setHasText("Reviews"))
                .click();
        assertThat(page).hasURL(Pattern.compile(".*/reviews$"));
    }

    @Test
    void thatAStepHasBeenRemovedIsSaidOfAStepThatHasBeenRemovedAlone() {
        Page page = chromium.signedIn("sian", "tasklist");
        new TasklistForm(page).open("Answer the proposal");
        Locator removed = page.getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText("The task has been removed"));

        assertThat(page.locator(".task-removed-alert")).isAttached();
        assertThat(removed).hasCount(0);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close Task")))
                .hasCount(0);

        // As Tasklist does once the step has gone.
        page.locator(".task-card").evaluate("card => card.classList.add('task-removed')");
        assertThat(removed).isVisible();
    }

    @Test
    void aPartnerAnswersTheirRequestAndIsToldInOneSentenceWhatIsMissing() {
        Page page = chromium.signedIn("zoe", "tasklist");
        TasklistForm form = new TasklistForm(page).open("Answer the proposal").claim();
        Assertions.assertThat(form.text()).contains("Working together here");

        form.choose("Join")
                .choose("Can commit the organisation")
                .type("Who leads on this for you?", "Zoë Hartley")
                .type("What can you offer to help with?", "A room. Ask for 943 476 5919.")
                .type("What will your organisation do?", "We keep a room free.")
                .send();

        assertThat(page.locator(".notifications")).containsText("this looks like an NHS number");
        String refused = page.locator(".notifications").innerText();
        Assertions.assertThat(refused)
                .doesNotContain("task form", "Exception", "ENGINE")
                .contains("“What can you offer to help with?”");
        Assertions.assertThat(form.typed("What can you offer to help with?"))
                .isEqualTo("A room. Ask for 943 476 5919.");
        Assertions.assertThat(engine.tasks("zoe", review)).hasSize(1);

        form.type("What can you offer to help with?", "A room on two evenings a month.")
                .send();

        assertThat(page.locator("li.task")).hasCount(0);
        engine.run();
        Assertions.assertThat(positions.latest(review)).anySatisfy(position -> {
            Assertions.assertThat(position.bodyId()).isEqualTo("lantern");
            Assertions.assertThat(position.stance()).isEqualTo(Stance.JOIN);
            Assertions.assertThat(Objects.requireNonNull(position.answer()).help())
                    .isEqualTo("A room on two evenings a month.");
        });
    }

    @Test
    void whatWasTypedIsStillThereAfterSigningInAgain() {
        Page page = chromium.signedIn("joan", "tasklist");
        TasklistForm form = new TasklistForm(page).open("Answer the proposal").claim();
        form.choose("Join")
                .choose("Can commit the organisation")
                .type("Who leads on this for you?", "Joan Bickley")
                .type("What can you offer to help with?", "A room on Tuesdays.")
                .type("What will your organisation do?", "We keep a room free.");

        // Their session ends, and Tasklist finds out when they send what they typed.
        page.context().clearCookies();
        form.send();
        Chromium.signInAgain(page, "joan");

        assertThat(page.getByLabel("What can you offer to help with?").first()).hasValue("A room on Tuesdays.");
        form.send();
        assertThat(page.locator("li.task")).hasCount(0);
    }

    @Test
    void aManagerSeesTheReviewOnItsDiagramInCockpit() {
        Page page = chromium.signedIn("helen", "cockpit");
        page.navigate("/camunda/app/cockpit/default/#/processes");
        page.locator("a", new Page.LocatorOptions().setHasText("Crisis care review"))
                .first()
                .click();

        assertThat(page.locator("[data-element-id=callActivity_proposal]").first())
                .isVisible();
        assertThat(page.locator("td", new Page.LocatorOptions().setHasText(review))
                        .first())
                .isVisible();
    }

    @Test
    void aLinkFromAMailLeadsThroughTheSignInToTheStep() {
        long request = engine.as("ade", () -> (Long) engine.engine()
                .getTaskService()
                .getVariable(engine.tasks("ade", review).get(0).getId(), "requestId"));
        Page page = chromium.window();
        page.navigate("/requests/" + request);
        page.fill("#person", "ade");
        page.fill("#password", Program.PASSWORD);
        page.click("button[type=submit]");

        assertThat(page.locator("h2.task")).containsText("Answer the proposal");
        page.navigate("/");
        assertThat(page.locator(".notice")).containsText("Ade Okafor");
    }

    @Test
    void aProposerFindsTheAreasAndOrganisationsInTheStartForm() {
        Page page = chromium.signedIn("grace", "tasklist");
        assertThat(page.locator(".start-process-action a")).containsText("Begin something");
        page.click(".start-process-action a");
        page.locator("a", new Page.LocatorOptions().setHasText("Propose a review"))
                .click();
        page.waitForSelector(".fjs-form");
        page.locator(".fjs-form-field-select .fjs-input-group").first().click();

        assertThat(page.locator(".fjs-dropdownlist-item"))
                .hasText(new String[] {"North Merrow", "Estwick", "Sallowdean", "Thornley"});
    }
}
