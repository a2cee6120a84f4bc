package io.dovetail.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a record the twin of a form: its components are the form's editable fields, its constraints their rules. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Form {

    /** The form's id, which is also its file's name. */
    String value();
}
