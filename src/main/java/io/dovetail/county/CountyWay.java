package io.dovetail.county;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a county review goes on whose leads have stood still until the last tier. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum CountyWay {
    /** Those of another county have it from now on. */
    OTHER_LEADS("The leads of another county take it over"),
    /** Somebody from outside sees to it, and what is late is asked once more. */
    INDEPENDENT_LEAD("It goes on with an independent lead"),
    /** It ends, and the local reviews wait for nothing from it any more. */
    CLOSE_PUBLICLY("Close it publicly, with the reasons");

    private final String label;

    CountyWay(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
