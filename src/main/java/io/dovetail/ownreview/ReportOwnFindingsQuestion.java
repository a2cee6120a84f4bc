package io.dovetail.ownreview;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body for the findings of a review that it made by itself. */
@Component
class ReportOwnFindingsQuestion implements Question<ReportOwnFindings> {

    private final OwnReviewRecords records;
    private final OwnReviewAnswers answers;

    ReportOwnFindingsQuestion(OwnReviewRecords records, OwnReviewAnswers answers) {
        this.records = records;
        this.answers = answers;
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
        return records.shown(request.subject());
    }

    @Override
    public void keep(BodyRequest request, ReportOwnFindings answer, Actor actor) {
        answers.keepReport(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        answers.keepNoReport(request);
    }
}
