package io.dovetail.plan;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the body that is to carry out a recommendation says to it. Silence is none of these: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum OwnerAnswer {
    ACCEPT("Accept"),
    ADAPT("Accept with changes"),
    REFUSE("Refuse");

    private final String label;

    OwnerAnswer(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
