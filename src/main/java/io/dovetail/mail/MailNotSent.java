package io.dovetail.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail could not be sent. The message is written for whoever looks after the program: whom the mail was for, what
 * it was about, what is wrong and what to do. It quotes nothing of the mail itself.
 */
public class MailNotSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailNotSent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message alone: what failed for good is shown by this, and a class's name tells its reader nothing. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
