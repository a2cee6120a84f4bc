package io.dovetail.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail is in the outbox and waits to be sent. Published in the transaction that posted it: whoever listens
 * arranges that {@link MailService#send} is called once that transaction has committed.
 *
 * @param noticeId the notice to send
 * @param reviewId the reference of the review it is about; none where it is about several
 * @param recipientName who is written to
 * @param what what kind of mail it is, in plain words: "reminder"
 */
public record NoticePosted(String noticeId, @Nullable String reviewId, String recipientName, String what) {}
