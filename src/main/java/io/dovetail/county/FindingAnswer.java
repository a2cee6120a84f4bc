package io.dovetail.county;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the county answers to a local finding. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum FindingAnswer {
    /** It is in the county review as it is. */
    ADOPTED("Adopted"),
    /** It is there in another form, which is said. */
    ADAPTED("Adapted"),
    /** It is not there, and why is said. */
    NOT_ADOPTED("Not adopted");

    private final String label;

    FindingAnswer(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
