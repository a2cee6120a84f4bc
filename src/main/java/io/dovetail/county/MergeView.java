package io.dovetail.county;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a body says to merging its review into the county’s. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum MergeView {
    CONSENT("Consents"),
    /** It does not, and says why. */
    OBJECT("Objects");

    private final String label;

    MergeView(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
