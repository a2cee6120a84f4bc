package io.dovetail.signoff;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether a body puts its name to the findings. Silence is none of these: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum SignOffView {
    AGREE("Agree"),
    AGREE_WITH_DISSENT("Agree, with dissent"),
    NOT_AGREE("Do not agree");

    private final String label;

    SignOffView(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
