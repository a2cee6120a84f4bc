package io.dovetail.deferral;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What kind of reason is behind a postponement. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum DeferralReason {
    CAPACITY("People or money are short"),
    DATA("Something must be known first"),
    /** Another review, the county's or a body's own, is to come first. */
    OTHER_REVIEW("Another review should come first"),
    NO_QUORUM("A voice was missing in the room"),
    SUPERSEDED("Something else has taken its place"),
    /** None of these; the reason says it. */
    OTHER("Another reason"),
    /** The body gives no reason, which is published as such. */
    NO_REASON("No reason given");

    private final String label;

    DeferralReason(String label) {
        this.label = label;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }
}
