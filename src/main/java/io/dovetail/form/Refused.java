package io.dovetail.form;

/** What somebody asked for cannot be done; the message is the sentence they read. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what is wrong and how to go on, in the words of the form */
    public Refused(String sentence) {
        super(sentence);
    }
}
