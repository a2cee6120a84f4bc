package io.dovetail.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** A task's form in Tasklist, filled in by its labels as a person would. */
final class TasklistForm {

    private final Page page;

    TasklistForm(Page page) {
        this.page = page;
    }

    /** Opens the card that is called so. */
    TasklistForm open(String task) {
        page.locator("li.task h4 a", new Page.LocatorOptions().setHasText(task))
                .first()
                .click();
        page.waitForSelector(".fjs-form");
        return this;
    }

    /** Takes the task on; only then can its form be filled in. */
    TasklistForm claim() {
        page.click("button.claim");
        page.locator("button.claim").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForSelector(".fjs-form input:not([disabled])");
        return this;
    }

    /** A form takes a field over when it is left, and draws itself again; nobody types into the next one before that. */
    TasklistForm type(String label, String text) {
        Locator field = page.getByLabel(label).first();
        field.fill(text);
        field.blur();
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return this;
    }

    TasklistForm choose(String option) {
        page.getByLabel(option, new Page.GetByLabelOptions().setExact(true))
                .first()
                .check();
        return this;
    }

    /** Presses Send. */
    void send() {
        page.locator("button", new Page.LocatorOptions().setHasText("Send")).click();
    }

    /** What the form says, without what is typed. */
    String text() {
        return page.locator(".fjs-form").innerText();
    }

    /** What is in the field with that label. */
    String typed(String label) {
        return page.getByLabel(label).first().inputValue();
    }
}
