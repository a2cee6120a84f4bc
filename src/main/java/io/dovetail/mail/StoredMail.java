package io.dovetail.mail;

import java.util.List;

/**
 * One mail of the built-in mailbox, opened.
 *
 * @param summary who, to whom, what, when
 * @param headers all headers in their order, decoded
 * @param text the plain text part; empty when there is none
 * @param html the HTML part as it came, not to be trusted; empty when there is none
 * @param calendar what it puts into a calendar, as RFC 5545; empty when it puts in nothing
 * @param source the whole mail as it was received
 */
public record StoredMail(
        MailSummary summary, List<Header> headers, String text, String html, String calendar, String source) {

    /** Where a reply to it goes. */
    public String repliesTo() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Reply-To"))
                .map(Header::value)
                .findFirst()
                .orElse(summary.from());
    }

    /**
     * One header.
     *
     * @param value its value on one line
     */
    public record Header(String name, String value) {}
}
