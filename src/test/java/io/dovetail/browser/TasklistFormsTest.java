package io.dovetail.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasValueOptions;
import com.microsoft.playwright.options.AriaRole;
import io.dovetail.journey.Engine;
import io.dovetail.journey.Program;
import io.dovetail.journey.Walk;
import io.dovetail.review.Stage;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How a form behaves under the hands of whoever fills it in: its head, its dates, and what is said once it is sent. */
@Program
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasklistFormsTest {

    @Autowired
    Engine engine;

    @Autowired
    Walk walk;

    @LocalServerPort
    int port;

    Chromium chromium;

    @BeforeAll
    void open() {
        chromium = Chromium.open(port);
        walk.reviewAt(Stage.PROPOSAL);
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void aTypedDateBecomesTheDateMeantOrNone() {
        Page page = chromium.signedIn("grace", "tasklist");
        start(page, "Propose a review");
        page.getByLabel("How often has it been put off already?").fill("2");
        Locator since = page.getByLabel("Since when has it been put off?");
        SoftAssertions all = new SoftAssertions();
        for (String[] typed : new String[][] {
            {"05/06/25", "05/06/2025"},
            {"5 June 2025", "05/06/2025"},
            {"5th of June, 2025", "05/06/2025"},
            {"June 5 2025", "05/06/2025"},
            {"Thursday 5 June 2025", "05/06/2025"},
            {"5-Jun-2025", "05/06/2025"},
            {"2025-06-05", "05/06/2025"},
            {"5.6.2025", "05/06/2025"},
            {"05062025", "05/06/2025"},
            {"29/02/2024", "29/02/2024"},
            {"1 sept 2025", "01/09/2025"},
            {"31/02/2026", ""},
            {"29/02/2025", ""},
            {"05/25/2025", ""},
            {"5 Jumbo 2025", ""},
            {"5 June", ""},
            {"0026-06-05", ""},
            {"-9999-01-01", ""},
            {"999999999", ""},
            {"next Tuesday", ""}
        }) {
            typeUntilTaken(page, since, typed[0], typed[1]);
        }
        Locator wanted = page.getByLabel("Month in which it should begin");
        wanted.fill("05/06/25");
        wanted.blur();
        assertThat(page.locator(".dovetail-word").first()).hasText(Pattern.compile(".*“05/06/25” has passed.*"));
        all.assertThat(wanted.inputValue()).isEmpty();
        all.assertAll();
    }

    @Test
    void theQuestionsBeginOnTheFirstScreenAndTheHeadUnfolds() {
        Page page = chromium.signedIn("sian", "tasklist");
        new TasklistForm(page).open("Answer the proposal").claim();

        // A choice is read with its question.
        assertThat(page.getByRole(
                        AriaRole.RADIOGROUP,
                        new Page.GetByRoleOptions().setName(Pattern.compile("^Does your organisation join\\?"))))
                .hasCount(1);

        Locator guide = page.locator("button", new Page.LocatorOptions().setHasText("Working together here"));
        Locator lines = page.locator("[role=group]", new Page.LocatorOptions().setHas(guide))
                .locator(".fjs-form-field-text");
        assertThat(guide).isVisible();
        assertThat(lines).isHidden();
        guide.press("Enter");
        assertThat(guide).hasAttribute("aria-expanded", "true");
        assertThat(lines).isVisible();
        guide.click();
        assertThat(lines).isHidden();
    }

    @Test
    void whoeverRaisesAMatterIsLedToItsEndAndToldWhatWasSent() {
        Page page = chromium.signedIn("ade", "tasklist");
        start(page, "Raise a matter");
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                .click();

        Locator said = page.locator(".dovetail-sent");
        assertThat(said).containsText("Two more steps: choose the review and what it is about, then give the details.");
        assertThat(said).containsText("Your next step, “Choose review and matter”, is open now.");
        assertThat(page.locator(".page-notifications")).containsText("Your next step is open");
        assertThat(page.locator(".page-notifications")).not().containsText("assigned to the following tasks");
        assertThat(page.locator("h2.task")).containsText("Choose review and matter");
        page.waitForSelector(".fjs-form input:not([disabled])");
        TasklistForm form = new TasklistForm(page);
        form.choose("Raise a concern");
        page.locator(".fjs-form-field-select .fjs-input-group").first().click();
        page.locator(".fjs-dropdownlist-item").first().click();
        form.send();

        assertThat(said).containsText("One more step: the details are asked next.");
        engine.run();
        assertThat(said).containsText("Your next step, “Say what your concern is”, is open now.");
        assertThat(page.locator("h2.task")).containsText("Say what your concern is");
        page.waitForSelector(".fjs-form textarea:not([disabled])");
        form.type("What is your concern?", "The night team has nobody. Ask 943 476 5919.")
                .choose("Fact: others could check it")
                .type("How do you know?", "The rota of November")
                .send();
        assertThat(page.locator(".notifications")).containsText("Not sent yet");
        form.type("What is your concern?", "The night team has had nobody since the beginning of November.")
                .send();

        assertThat(said).containsText("Your concern is sent.");
        assertThat(page.locator(".page-notifications .alert-danger")).hasCount(0);
    }

    @Test
    void whoeverRaisesNothingAfterAllIsToldThatNothingWasSent() {
        Page page = chromium.signedIn("ade", "tasklist");
        start(page, "Raise a matter");
        page.locator(".modal-footer button", new Page.LocatorOptions().setHasText("Start"))
                .click();
        assertThat(page.locator("h2.task")).containsText("Choose review and matter");
        assertThat(page.locator(".page-notifications a")).containsText("Choose review and matter");
        page.waitForSelector(".fjs-form input:not([disabled])");
        new TasklistForm(page).choose("I have nothing to raise").send();

        Locator said = page.locator(".dovetail-sent");
        assertThat(said).containsText("This is closed. Nothing was sent, and nobody knows of it.");
        assertThat(said).not().containsText("One more step");
        // By itself it would stay for a quarter of a minute.
        assertThat(page.locator(".page-notifications a")).hasCount(0, new HasCountOptions().setTimeout(5000));
    }

    /**
     * A form draws a field again when it has taken the date before; whoever types in that very moment types again. What the
     * field then holds, and what is said of it, must be right in the end.
     */
    private static void typeUntilTaken(Page page, Locator field, String typed, String date) {
        Locator word = page.locator(".dovetail-word");
        for (int left = 4; ; left--) {
            field.fill(typed);
            field.blur();
            try {
                if (date.isEmpty()) {
                    assertThat(word.first())
                            .containsText("“" + typed + "” is no date", new ContainsTextOptions().setTimeout(6000));
                    assertThat(word.first()).containsText("24/12/2026", new ContainsTextOptions().setTimeout(6000));
                } else {
                    assertThat(word.filter(new Locator.FilterOptions().setHasText("no date")))
                            .hasCount(0, new HasCountOptions().setTimeout(6000));
                }
                assertThat(field).hasValue(date, new HasValueOptions().setTimeout(6000));
                return;
            } catch (AssertionError stillOld) {
                if (left == 0) {
                    throw stillOld;
                }
            }
        }
    }

    @Test
    void whoeverCannotSendYetIsToldWhatIsMissingAndLosesNothingByEscape() {
        Page page = chromium.signedIn("grace", "tasklist");
        start(page, "Propose a review");
        Locator title = page.getByLabel("Title").first();
        title.fill("Crisis care on Sunday nights");
        page.click(".modal-footer .btn-primary");

        Locator missing = page.locator(".dovetail-missing");
        assertThat(missing).containsText("Please fill in or correct: Local area · Why is it needed? · Claim · ");
        assertThat(missing).not().containsText("Title");
        missing.getByText("Why is it needed?").click();
        Locator why = page.getByLabel("Why is it needed?").first();
        assertThat(why).isFocused();
        why.fill("Too short.");
        page.keyboard().press("Tab");
        assertThat(page.locator(".fjs-form")).containsText("Please write at least");
        assertThat(page.locator(".fjs-form")).not().containsText("Field ");
        assertThat(missing).containsText("Why is it needed?");

        page.keyboard().press("Escape");
        page.mouse().click(10, 500);
        assertThat(title).hasValue("Crisis care on Sunday nights");

        why.fill("People are handed on three times before somebody stays with them.");
        page.keyboard().press("Tab");
        assertThat(missing).not().containsText("Why is it needed?");
    }

    private static void start(Page page, String process) {
        page.click(".start-process-action a");
        page.locator("ul.processes a", new Page.LocatorOptions().setHasText(process))
                .click();
        page.waitForSelector(".modal-body .fjs-form");
    }
}
