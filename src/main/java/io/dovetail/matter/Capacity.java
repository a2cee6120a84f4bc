package io.dovetail.matter;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether a body can still do its part once money was cut. Silence is none of these: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Capacity {
    YES("Can still do its part"),
    PARTLY("Can do a part of it"),
    NO("Can no longer do its part");

    private final String label;

    Capacity(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
