/**
 * Mails: the outbox that remembers who is to be told what, the templates, and the sending, one recipient at a time.
 * On the embedded default also a mailbox of its own, so that mails can be read without any mail server.
 */
@NullMarked
package io.dovetail.mail;

import org.jspecify.annotations.NullMarked;
