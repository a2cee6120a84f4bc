package io.dovetail.mail;

/**
 * An entry for the calendar was withdrawn because its reader has another address now: an entry is made out to its reader. Published
 * in the transaction that withdrew it.
 *
 * @param entry what was withdrawn
 * @param address where its reader is reached now
 */
public record ReaderMoved(Notice entry, String address) {}
