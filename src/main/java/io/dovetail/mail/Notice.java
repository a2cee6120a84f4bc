package io.dovetail.mail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, as the outbox remembers it.
 *
 * @param id a random UUID
 * @param reviewId the reference of the review it is about, such as {@code NM-2026-003}; none where it is about several
 * @param bodyId the body the mail is about, if it is about one
 * @param requestId the {@code body_request} the mail is about, if it is about one
 * @param template which mail it is
 * @param recipientName the reader's name, on one line
 * @param recipientAddress the reader's e-mail address
 * @param subject the subject line
 * @param facts what the template prints; empty once the mail is sent or withdrawn
 * @param calendar what it puts into the reader's calendar, if anything; gone once the mail is sent or withdrawn
 * @param queuedAt when it was posted
 * @param sentAt when a mail server took it; null until then
 * @param withdrawnAt when it was found to be no longer needed; null if it never was
 * @param withdrawnWhy why it was no longer needed
 * @param messageId the Message-ID header, the same however often the sending is repeated
 */
public record Notice(
        String id,
        @Nullable String reviewId,
        @Nullable String bodyId,
        @Nullable Long requestId,
        MailTemplate template,
        String recipientName,
        String recipientAddress,
        String subject,
        Map<String, Object> facts,
        @Nullable CalendarPart calendar,
        Instant queuedAt,
        @Nullable Instant sentAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnWhy,
        String messageId) {

    /** The reference of the one review it is about. */
    public String review() {
        if (reviewId == null) {
            throw new IllegalStateException("The mail " + id + " is about several reviews.");
        }
        return reviewId;
    }

    /** Whether nothing is left to do: it was sent, or withdrawn. */
    public boolean settled() {
        return sentAt != null || withdrawnAt != null;
    }
}
