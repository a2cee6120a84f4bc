package io.dovetail.deferral;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What a body says to another's wish to put a review off. Silence is neither: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum DeferralView {
    CONSENT("Consents"),
    OBJECT("Objects");

    private final String label;

    DeferralView(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
