package io.dovetail.matter;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What somebody raises about a review. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum MatterKind {
    PUT_OFF("Put it off"),
    OBSTACLE_GONE("What stood in the way is gone"),
    NOTHING("Nothing after all");

    private final String label;

    MatterKind(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
