package io.dovetail.mail;

import java.time.Instant;

/**
 * That somebody was told something by mail.
 *
 * @param name whom: a person or a mailbox
 * @param at when the mail was written
 */
public record Told(String name, Instant at) {}
