package io.dovetail.offer;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a body answers to an offer of help. Silence is none of these: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum OfferDecision {
    /** It takes the help as offered. */
    ACCEPT("Accepted"),
    /** It takes it in another way, which it says. */
    ADAPT("Accepted in another way"),
    /** It does not take it, and says why. */
    DECLINE("Declined");

    private final String label;

    OfferDecision(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
