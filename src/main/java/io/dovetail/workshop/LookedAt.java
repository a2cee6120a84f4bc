package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Which review looks at a question in one area of crisis care. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum LookedAt {
    /** The local review. */
    LOCAL("local"),
    /** The county-wide review. */
    COUNTY("county"),
    /** Both reviews, each from where it stands. */
    BOTH("both"),
    /** Neither; the question does not arise there, or is left open knowingly. */
    NEITHER("neither");

    private final String label;

    LookedAt(String label) {
        this.label = label;
    }

    /** The answer in plain words. */
    public String label() {
        return label;
    }
}
