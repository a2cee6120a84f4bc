package io.dovetail.reflection;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** An answer to one of the ten tests. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum YesNo {
    YES("Yes"),
    NO("No");

    private final String label;

    YesNo(String label) {
        this.label = label;
    }

    /** The plain word for it. */
    public String label() {
        return label;
    }
}
