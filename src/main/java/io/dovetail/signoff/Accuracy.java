package io.dovetail.signoff;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a body says of the drafted findings. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Accuracy {
    ACCURATE("Accurate as drafted"),
    NEEDS_CORRECTION("Something needs correcting");

    private final String label;

    Accuracy(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
