package io.dovetail.mail;

/** A mail server refused a mail or its recipient for good: trying again by itself is vain, somebody has to look at it. */
public class MailRefused extends MailNotSent {

    private static final long serialVersionUID = 1L;

    MailRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
