package io.dovetail.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a page becomes on paper, whatever somebody has typed into it. */
class AccessiblePdfTest {

    private static final Attachment TABLE = new Attachment(
            "figures.csv", "text/csv", "The figures", "Number,Days\r\n1,20\r\n", Instant.parse("2026-11-24T10:00:00Z"));

    private final AccessiblePdf pdf = new AccessiblePdf();

    @Test
    void keepsBothStandardsAndCarriesItsFigures() {
        Paper paper = paper("<p>Nothing to tell yet.</p>");

        assertThat(paper.faults()).isEmpty();
        assertThat(paper.attachments()).containsEntry("figures.csv", TABLE.content());
        assertThat(paper.text()).contains("Nothing to tell yet.", "Page 1 of 1").doesNotContain("Home", "Skip");
    }

    @Test
    void writesWelshAndTypedPunctuationAndKeepsTheStandardsWithWhatItsFontLacks() {
        Paper paper = paper(
                "<p class=\"typed\">Tŷ Gobaith, Ŵyn, dŵr: “yes” ‘no’ – £5 … €3 · − é\n\nNew line 🙂 مرحبا 你好 \u200b\u00ad\u0007end</p>");

        assertThat(paper.faults()).isEmpty();
        assertThat(paper.text()).contains("Tŷ Gobaith, Ŵyn, dŵr: “yes” ‘no’ – £5 … €3 · − é", "New line");
    }

    @Test
    void keepsTheStandardsWithListsLinksQuotesAndATableOfManyPages() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= 90; row++) {
            rows.append("<tr><td>first of ")
                    .append(row)
                    .append(".</td><td>")
                    .append("A long reason why it could not be held on that day. ".repeat(6))
                    .append("last of ")
                    .append(row)
                    .append(".</td></tr>");
        }
        Paper paper =
                paper("<p>See <a href=\"#putoffs\">the ledger</a> or <a href=\"/reviews/NM-2026-001\">its page</a>.</p>"
                        + "<dl class=\"facts\"><dt>Who decides</dt><dd>The organisations</dd></dl>"
                        + "<ul class=\"figures\"><li><strong>3</strong> <span>times</span></li></ul><ul><li>one</li><li>two</li></ul>"
                        + "<section id=\"putoffs\"><h2>Put off</h2><blockquote class=\"typed\">Dissent</blockquote>"
                        + "<table><thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Why</th></tr></thead><tbody>"
                        + rows
                        + "</tbody></table></section>");

        assertThat(paper.faults()).isEmpty();
        assertThat(paper.pages()).hasSizeGreaterThan(4);
        for (int row = 1; row <= 90; row++) {
            String first = "first of " + row + ".";
            String last = "last of " + row + ".";
            assertThat(paper.pages())
                    .as("row %d is whole", row)
                    .anyMatch(page -> page.contains(first) && page.contains(last));
        }
        assertThat(paper.pages().stream().filter(page -> page.contains("last of ")))
                .as("the heading of the table is on each of its pages")
                .allMatch(page -> page.contains("No. Why"));
    }

    @Test
    void whatIntroducesATableIsOnThePageOnWhichItBegins() {
        for (int lines = 30; lines < 50; lines++) {
            Paper paper = paper(
                    "<p>A line.</p>".repeat(lines)
                            + "<section id=\"ledger\"><h2>Put off</h2><p>Four times in all.</p><div class=\"scroll\"><table><thead><tr>"
                            + "<th scope=\"col\">No.</th></tr></thead><tbody><tr><td>The first of all</td></tr></tbody></table></div></section>");

            assertThat(paper.pages())
                    .as("after %d lines", lines)
                    .anyMatch(page -> page.contains("Put off")
                            && page.contains("Four times in all.")
                            && page.contains("The first of all"));
        }
    }

    @Test
    void theLineAboveAHeadingIsOnThePageOfItsHeading() {
        for (int points = 638; points < 662; points += 4) {
            Paper paper = paper("<div style=\"height: " + points
                    + "pt\">Above</div><section><h2>Who takes part</h2><ul><li>An organisation</li></ul></section>");

            assertThat(paper.rules())
                    .as("after %d points", points)
                    .isEqualTo(paper.pages().stream()
                            .map(page -> page.contains("Who takes part") ? 1 : 0)
                            .toList());
        }
    }

    private Paper paper(String main) {
        return new Paper(pdf.of(
                "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Board paper</title></head><body><a href=\"#main\">Skip</a>"
                        + "<nav><a href=\"/\">Home</a></nav><main><h1>Crisis care at night</h1>" + main
                        + "</main></body></html>",
                "http://localhost:8080",
                TABLE));
    }
}
