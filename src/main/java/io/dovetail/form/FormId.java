package io.dovetail.form;

import java.util.Objects;

/** How a form is called, by the record that is its twin. */
public final class FormId {

    private FormId() {}

    /**
     * The id of the form whose twin a record is.
     *
     * @throws NullPointerException if it is the twin of none
     */
    public static String of(Class<? extends Record> twin) {
        return Objects.requireNonNull(twin.getAnnotation(Form.class), twin.getName())
                .value();
    }
}
