package io.dovetail.mail;

import java.util.Optional;

/**
 * Knows whether a mail is still worth sending. Each feature that posts mails has a bean of this kind, so that nobody is
 * reminded of what they did in the meantime. Asked just before sending.
 */
public interface Relevance {

    /**
     * Why this notice is no longer needed, as half a sentence kept in the outbox ("answered meanwhile"); empty when it
     * is, or when the notice is none of this feature's. Must not hold anything a person typed.
     */
    Optional<String> whyNoLonger(Notice notice);
}
