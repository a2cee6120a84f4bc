package io.dovetail.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What axe finds on a page that keeps people with a disability out. Its script goes into a page once, however often it is asked, and
 * only what it finds comes back: the library itself describes every element that is as it should be, in a window of its own. That is
 * left to it where a page has frames.
 */
final class Axe {

    private static final String FIND = """
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              return found.violations.map(rule => `${rule.id} (${rule.impact}): `
                  + rule.nodes.map(node => JSON.stringify(node.target)).join(' '));
            }""";

    private Axe() {}

    /** Each rule that is broken: its name, how bad that is, and where. */
    static List<String> violations(Page page) {
        if (page.frames().size() > 1) {
            return new AxeBuilder(page)
                    .analyze().getViolations().stream().map(Axe::said).toList();
        }
        if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return ((List<?>) page.evaluate(FIND)).stream().map(String::valueOf).toList();
    }

    private static String said(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .collect(Collectors.joining(" "));
    }
}
