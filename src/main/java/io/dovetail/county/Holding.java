package io.dovetail.county;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether there is to be a review of the whole county. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Holding {
    HELD("There is one"),
    NOT_HELD("There is none");

    private final String label;

    Holding(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
