package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a body wants its papers. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum PapersFormat {
    /** By e-mail. */
    ELECTRONIC("by e-mail"),
    /** Printed, by post. */
    PRINTED("printed, by post"),
    /** In large print. */
    LARGE_PRINT("large print"),
    /** In easy read. */
    EASY_READ("easy read"),
    /** Read aloud, as a recording. */
    AUDIO("audio"),
    /** Another format, which the access needs name. */
    OTHER("another format");

    private final String label;

    PapersFormat(String label) {
        this.label = label;
    }

    /** The format in plain words. */
    public String label() {
        return label;
    }
}
