package io.dovetail.workshop;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The four areas of the Mental Health Crisis Care Concordat, in its order. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum CrisisCareArea {
    SUPPORT_BEFORE_CRISIS("access to support before crisis point"),
    URGENT_ACCESS("urgent and emergency access to crisis care"),
    /** Quality of treatment and care when in crisis. */
    QUALITY_IN_CRISIS("quality of treatment and care in crisis"),
    RECOVERY("recovery and staying well");

    private final String label;

    CrisisCareArea(String label) {
        this.label = label;
    }

    /** The area in the words people use, to be read within a sentence. */
    public String label() {
        return label;
    }
}
