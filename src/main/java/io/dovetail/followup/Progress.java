package io.dovetail.followup;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What has become of a recommendation. Silence is none of these: it is kept as such. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum Progress {
    DONE("done"),
    /** It is not done yet and has a new date. */
    LATE("late, with a new date"),
    /** It will not be done. */
    WITHDRAWN("withdrawn");

    private final String label;

    Progress(String label) {
        this.label = label;
    }

    /** The progress in plain words. */
    public String label() {
        return label;
    }

    /** Whether there is nothing more to ask about. */
    boolean settled() {
        return this != LATE;
    }
}
