package io.dovetail.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What has no room on a page as wide as it is. */
final class Layout {

    private static final int TELEPHONE = 640;

    /** Where a line of a table becomes a paragraph: cells that leave room beside them, or have a name and nothing else. */
    private static final String CRAMPED = """
            [...document.querySelectorAll('.labelled tbody td')]
              .filter(cell => cell.offsetWidth > 0)
              .filter(cell => cell.textContent.trim() === '' || cell.offsetWidth < 0.9 * cell.parentElement.offsetWidth)
              .length""";

    /** Tables that are wider than their box, what is folded away included, words that are one, and headers apart from their page. */
    private static final String CUT_OFF = """
            () => {
              const folded = [...document.querySelectorAll('details:not([open])')];
              folded.forEach(details => details.open = true);
              const wide = [...document.querySelectorAll('.scroll:has(> table)')]
                .filter(box => box.scrollWidth > box.clientWidth)
                .map(box => `has a table, “${box.getAttribute('aria-label')}”, that is ${box.scrollWidth} px wide in ${box.clientWidth}`);
              document.querySelectorAll('.whole').forEach(words => {
                if (words.getClientRects().length > 1) wide.push(`breaks “${words.textContent}”`);
              });
              folded.forEach(details => details.open = false);
              const left = box => box.getBoundingClientRect().left;
              if ([...document.querySelectorAll('.column')].some(one => left(one) !== left(document.querySelector('main')))) {
                wide.push('does not begin below its header');
              }
              return wide;
            }""";

    private Layout() {}

    /** What is wrong, a clause each that goes on after the name of the page and its width. */
    @SuppressWarnings("unchecked")
    static List<String> faults(Page page, int width) {
        List<String> faults = new ArrayList<>();
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        if (wide > width) {
            faults.add("is " + wide + " px wide");
        }
        if (width >= TELEPHONE) {
            faults.addAll((List<String>) page.evaluate(CUT_OFF));
        } else {
            int cramped = (int) page.evaluate(CRAMPED);
            if (cramped > 0) {
                faults.add("has " + cramped + " cells that are narrow or say nothing");
            }
        }
        return faults;
    }
}
