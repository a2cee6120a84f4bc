package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import java.util.Locale;

/** What a workshop is for. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Purpose {
    /** To agree which questions the review asks. */
    SCOPING("joint scoping"),
    /** To solve together what stands in the way. */
    TROUBLESHOOTING("troubleshooting"),
    /** To talk through what was found. */
    FINDINGS("findings");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** The purpose in plain words, to be read before “workshop”. */
    public String label() {
        return label;
    }

    /**
     * The purpose that a model names.
     *
     * @param name such as {@code scoping}
     * @throws IllegalArgumentException if there is no such purpose
     */
    static Purpose named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
