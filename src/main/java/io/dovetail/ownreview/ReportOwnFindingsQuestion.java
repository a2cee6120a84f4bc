package io.dovetail.ownreview;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body for the findings of a review that it made by itself. */
@Component
class ReportOwnFindingsQuestion implements Question<ReportOwnFindings> {

    private final OwnReviews ownReviews;

    ReportOwnFindingsQuestion(OwnReviews ownReviews) {
        this.ownReviews = ownReviews;
    }

    @Override
    public String id() {
        return "reportOwnFindings";
    }

    @Override
    public String ask() {
        return "Give the findings of your own review";
    }

    @Override
    public String explanation() {
        return "Your own review has reached its end. What it found becomes evidence of the common review, beside what the others know.";
    }

    @Override
    public Class<ReportOwnFindings> form() {
        return ReportOwnFindings.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return ownReviews.shown(request.subject());
    }

    @Override
    public void answered(BodyRequest request, ReportOwnFindings answer, Actor actor) {
        ownReviews.reported(request, answer, actor);
    }

    @Override
    public void silent(BodyRequest request) {
        ownReviews.unreported(request);
    }
}
