package io.dovetail.form;

/** What whoever has sent a form is told, from the form itself. */
public interface SentWords {

    /**
     * What was sent and what comes of it.
     *
     * @param nothing whether what was chosen is to do nothing after all
     */
    String after(String formId, boolean nothing);
}
