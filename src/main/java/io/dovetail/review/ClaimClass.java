package io.dovetail.review;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What kind of statement a claim is, so that a guess is never read as a fact. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum ClaimClass {
    FACT("fact"),
    LIVED_EXPERIENCE("lived experience"),
    HYPOTHESIS("hypothesis");

    private final String label;

    ClaimClass(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
