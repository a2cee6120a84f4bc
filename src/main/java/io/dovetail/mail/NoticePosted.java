package io.dovetail.mail;

/**
 * A mail stands in the outbox and waits to be sent. Published in the transaction that posted it: whoever listens
 * arranges that {@link MailService#send} is called once that transaction has committed.
 *
 * @param noticeId the notice to send
 * @param reviewId the review's reference
 * @param recipientName who is written to
 * @param what what kind of mail it is, in plain words: "reminder"
 */
public record NoticePosted(String noticeId, String reviewId, String recipientName, String what) {}
