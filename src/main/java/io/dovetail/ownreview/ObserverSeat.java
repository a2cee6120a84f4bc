package io.dovetail.ownreview;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** Whether a body watches another one's own review. Silence is neither: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum ObserverSeat {
    TAKE("Takes an observer seat"),
    LEAVE("Takes no seat");

    private final String label;

    ObserverSeat(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
