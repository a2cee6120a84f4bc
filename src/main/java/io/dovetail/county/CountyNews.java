package io.dovetail.county;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What the county leads report of their review. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum CountyNews {
    /** One finding of the county review. */
    FINDING("A finding"),
    /** Its findings come later than was said. */
    LONGER("It takes longer"),
    /** Nothing more is to come. */
    COMPLETE("All findings are ready");

    private final String label;

    CountyNews(String label) {
        this.label = label;
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }
}
