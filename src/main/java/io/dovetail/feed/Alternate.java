package io.dovetail.feed;

import java.util.List;

/**
 * Where the same is told in another form: a page names it in its head, and again for people.
 *
 * @param address the path
 * @param type the kind of content
 * @param title what it is
 */
public record Alternate(String address, String type, String title) {

    /** The other forms of a review's public page. */
    public static List<Alternate> of(String reference) {
        String page = "/reviews/" + reference;
        return List.of(
                new Alternate(page + "/board-paper", "text/html", "A paper for a board, to print"),
                new Alternate(page + "/board-paper.pdf", "application/pdf", "The same paper as a file (PDF)"),
                new Alternate(page + "/ledger.csv", "text/csv", "The ledger for a spreadsheet (CSV)"),
                new Alternate(page + "/news.atom", "application/atom+xml", "News of this review (Atom)"),
                new Alternate(page + "/dates.ics", "text/calendar", "Its dates for a calendar (iCalendar)"));
    }

    /** The other form of the list of reviews. */
    public static List<Alternate> ofAll() {
        return List.of(new Alternate("/news.atom", "application/atom+xml", "News of all reviews (Atom)"));
    }
}
