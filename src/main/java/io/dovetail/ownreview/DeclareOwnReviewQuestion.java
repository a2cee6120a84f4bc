package io.dovetail.ownreview;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Question;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks a body that makes a review by itself what it is about, and until when. */
@Component
class DeclareOwnReviewQuestion implements Question<DeclareOwnReview> {

    private final OwnReviewRecords records;
    private final OwnReviewAnswers answers;

    DeclareOwnReviewQuestion(OwnReviewRecords records, OwnReviewAnswers answers) {
        this.records = records;
        this.answers = answers;
    }

    @Override
    public String id() {
        return "declareOwnReview";
    }

    @Override
    public String ask() {
        return "Say what your own review is about";
    }

    @Override
    public String explanation() {
        return "Your organisation said that it is doing a review of its own. Nothing stops it; say what it looks at, how long it lasts and"
                + " how others can watch, so that the two can be brought together.";
    }

    @Override
    public Class<DeclareOwnReview> form() {
        return DeclareOwnReview.class;
    }

    @Override
    public Map<String, Object> shown(BodyRequest request) {
        return records.shown(request.subject());
    }

    @Override
    public void keep(BodyRequest request, DeclareOwnReview answer, Actor actor) {
        answers.keepDeclaration(request, answer, actor);
    }

    @Override
    public void keepSilence(BodyRequest request) {
        answers.keepNoDeclaration(request);
    }
}
