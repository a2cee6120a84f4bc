package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether a body can make one of the proposed dates. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum CanCome {
    /** Somebody can be there. */
    CAN_COME("can come"),
    /** Somebody can take part through the remote link. */
    ONLY_ONLINE("only online"),
    /** Nobody can make it. */
    CANNOT("cannot");

    private final String label;

    CanCome(String label) {
        this.label = label;
    }

    /** The answer in plain words. */
    public String label() {
        return label;
    }
}
