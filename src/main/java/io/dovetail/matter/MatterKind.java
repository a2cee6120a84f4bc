package io.dovetail.matter;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.dovetail.request.News;
import org.jspecify.annotations.Nullable;

/** What somebody raises about a review. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum MatterKind {
    PUT_OFF("Put it off", News.PUT_OFF),
    OBSTACLE_GONE("What stood in the way is gone", null),
    OWN_REVIEW("We do a review of our own", News.OWN_REVIEW),
    OFFER("Offer help", News.OFFER),
    CONCERN("Raise a concern", News.CONCERN),
    FUNDING_CUT("Our funding was cut", News.FUNDING_CUT),
    COUNTY_REVIEW("There is a county-wide review", News.COUNTY_REVIEW),
    NOTHING("Nothing after all", null);

    private final String label;
    private final @Nullable News news;

    MatterKind(String label, @Nullable News news) {
        this.label = label;
        this.news = news;
    }

    /** The plain words for it, as the form offers them. */
    public String label() {
        return label;
    }

    /** What the review hears of; none where that is nothing it listens for all the time. */
    @Nullable
    News news() {
        return news;
    }
}
