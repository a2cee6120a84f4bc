package io.dovetail.matter;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import io.dovetail.county.ClaimCountyReview;
import io.dovetail.deferral.DeferReview;
import io.dovetail.deferral.ReportObstacleGone;
import io.dovetail.form.FormId;
import io.dovetail.form.Shown;
import io.dovetail.offer.OfferHelp;
import io.dovetail.ownreview.DeclareOwnReview;
import io.dovetail.request.News;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody raises about a review: which form asks for it, and what the review is told of. */
@EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
public enum MatterKind {
    PUT_OFF("Put it off", "Say why to put it off", DeferReview.class, News.PUT_OFF),
    OBSTACLE_GONE("The obstacle is gone", "Say what has changed", ReportObstacleGone.class, News.OBSTACLE_GONE),
    OWN_REVIEW("We do a review of our own", "Declare your own review", DeclareOwnReview.class, News.OWN_REVIEW),
    OFFER("Offer help", "Say what help you offer", OfferHelp.class, News.OFFER),
    CONCERN("Raise a concern", "Say what your concern is", RaiseConcern.class, News.CONCERN),
    FUNDING_CUT("Our funding was cut", "Say what was cut", ReportFundingCut.class, News.FUNDING_CUT),
    COUNTY_REVIEW(
            "There is a county-wide review", "Say what you know of it", ClaimCountyReview.class, News.COUNTY_REVIEW),
    NOTHING("I have nothing to raise", null, null, null);

    private final String label;
    private final @Nullable String ask;
    private final @Nullable Class<? extends Record> form;
    private final @Nullable News news;

    MatterKind(String label, @Nullable String ask, @Nullable Class<? extends Record> form, @Nullable News news) {
        this.label = label;
        this.ask = ask;
        this.form = form;
        this.news = news;
    }

    /** All of them as the form offers them, each with its plain words. */
    static List<Map<String, Object>> options() {
        return Arrays.stream(values())
                .map(kind -> Shown.option(
                        EnumNamingStrategies.CamelCaseStrategy.INSTANCE.convertEnumToExternalName(kind.name()),
                        kind.label))
                .toList();
    }

    /** The plain words for it. */
    public String label() {
        return label;
    }

    /** What is asked of whoever raises it, as the step is called in the task list; none where nothing is raised. */
    @Nullable
    String ask() {
        return ask;
    }

    /** The id of the form that asks for it; none where nothing is raised. */
    public @Nullable String formId() {
        return form == null ? null : FormId.of(form);
    }

    /** The record of the form that asks for it; none where nothing is raised. */
    @Nullable
    Class<? extends Record> form() {
        return form;
    }

    /** What the review is told of; none where nothing is raised. */
    @Nullable
    News news() {
        return news;
    }
}
