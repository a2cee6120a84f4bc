package io.dovetail.deferral;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** How a review goes on that has been put off too often. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Way {
    START_WITH_PRESENT("Start with those who are there", DeferralEvent.Kind.START_WITH_PRESENT),
    INDEPENDENT_CONVENOR("Go on with an independent convenor", DeferralEvent.Kind.INDEPENDENT_CONVENOR),
    CLOSE_PUBLICLY("Close it publicly, with the reasons", DeferralEvent.Kind.CLOSED);

    private final String label;
    private final DeferralEvent.Kind event;

    Way(String label, DeferralEvent.Kind event) {
        this.label = label;
        this.event = event;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }

    DeferralEvent.Kind event() {
        return event;
    }
}
