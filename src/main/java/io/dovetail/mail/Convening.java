package io.dovetail.mail;

import io.dovetail.directory.Person;
import java.util.Optional;

/**
 * Knows who convenes what a mail is about: that is where replies to it go. Each feature that has something to convene has a bean of
 * this kind. Asked just before sending, so that a reply reaches whoever convenes by then.
 */
public interface Convening {

    /** Who convenes what this notice is about; empty when it is none of this feature's, or when nobody does. */
    Optional<Person> convenor(Notice notice);
}
