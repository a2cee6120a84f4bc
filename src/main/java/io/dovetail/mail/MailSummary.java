package io.dovetail.mail;

import java.time.Instant;

/**
 * One mail in the list of the built-in mailbox.
 *
 * @param id names the mail in addresses of pages
 * @param from the sender as a reader sees it
 * @param to the recipient as a reader sees it
 * @param subject the subject line, possibly empty
 * @param receivedAt when the mailbox took it
 */
public record MailSummary(String id, String from, String to, String subject, Instant receivedAt) {}
