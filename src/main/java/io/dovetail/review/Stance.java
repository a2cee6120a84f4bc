package io.dovetail.review;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Where a body stands on a proposed review. Silence is none of these: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Stance {
    JOIN("Join"),
    JOIN_WITH_CONDITIONS("Join with conditions"),
    PUT_OFF("Ask to put it off"),
    OWN_REVIEW("We are doing our own review"),
    CANNOT_JOIN("Cannot join");

    private final String label;

    Stance(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }

    /** Whether the body takes part in the review it is asked to join. */
    public boolean joins() {
        return this == JOIN || this == JOIN_WITH_CONDITIONS;
    }
}
