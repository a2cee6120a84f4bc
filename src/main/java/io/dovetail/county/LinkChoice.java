package io.dovetail.county;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a local review does with a county review. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum LinkChoice {
    /** It goes on, and its findings go to the county, which answers each. */
    FEED("Feed the county review"),
    /** It ends, and what it has gathered goes to the county. */
    MERGE("Merge into the county review"),
    /** It goes on by itself. */
    APART("Stay apart");

    private final String label;

    LinkChoice(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
