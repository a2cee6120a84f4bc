package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a body wants its papers. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum PapersFormat {
    ELECTRONIC("by e-mail"),
    PRINTED("printed, by post"),
    LARGE_PRINT("large print"),
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
