package io.dovetail.mail;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail to be posted.
 *
 * @param template which mail
 * @param reviewId the reference of the review it is about, such as {@code NM-2026-003}; none where it is about several
 * @param recipientName the reader's name
 * @param recipientAddress the reader's e-mail address
 * @param subject the subject line; null takes the template's own, which says what and by when
 * @param facts what the template prints ({@link MailTemplate#facts()}; {@code recipientName} and {@code reviewId} need
 *     not be given again); plain text, never HTML: it is escaped where it is printed
 * @param requestId the {@code body_request} the mail is about, if any
 * @param bodyId the body the mail is about, if any
 * @param calendar what the mail puts into the reader's calendar, if anything
 */
public record Draft(
        MailTemplate template,
        @Nullable String reviewId,
        String recipientName,
        String recipientAddress,
        @Nullable String subject,
        Map<String, Object> facts,
        @Nullable Long requestId,
        @Nullable String bodyId,
        @Nullable CalendarPart calendar) {

    /** Keeps its own copy of the facts. */
    public Draft {
        facts = Map.copyOf(facts);
    }

    /** A mail with the template's own subject, about the whole review or, without a reference, about several. */
    public Draft(
            MailTemplate template,
            @Nullable String reviewId,
            String recipientName,
            String recipientAddress,
            Map<String, Object> facts) {
        this(template, reviewId, recipientName, recipientAddress, null, facts, null, null, null);
    }

    /**
     * A mail with the template's own subject to a reader who is known: why they get it, and what is asked of them, need not be given
     * again.
     */
    public Draft(MailTemplate template, @Nullable String reviewId, Reader reader, Map<String, Object> facts) {
        this(template, reviewId, reader.person().name(), reader.person().email(), told(reader, facts));
    }

    private static Map<String, Object> told(Reader reader, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("whyYou", reader.why());
        if (!reader.ask().isEmpty()) {
            all.put("askOfYou", reader.ask());
        }
        return all;
    }

    /** The same mail, about one request to one body. */
    public Draft about(long request, String body) {
        return new Draft(template, reviewId, recipientName, recipientAddress, subject, facts, request, body, calendar);
    }

    /** The same mail, about a body. */
    public Draft about(String body) {
        return new Draft(
                template, reviewId, recipientName, recipientAddress, subject, facts, requestId, body, calendar);
    }

    /** The same mail, for the reader's calendar, too. */
    public Draft with(CalendarPart entry) {
        return new Draft(template, reviewId, recipientName, recipientAddress, subject, facts, requestId, bodyId, entry);
    }
}
