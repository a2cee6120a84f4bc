package io.dovetail.review;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether the person who answers can speak for the body. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Mandate {
    CAN_COMMIT("Can commit the organisation"),
    MUST_REFER_BACK("Must refer back first");

    private final String label;

    Mandate(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
