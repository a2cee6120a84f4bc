package io.dovetail.mail;

/** Production lacks a setting without which no mail can go out. Stops the start. */
class MailNotSetUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailNotSetUp(String message) {
        super(message);
    }
}
