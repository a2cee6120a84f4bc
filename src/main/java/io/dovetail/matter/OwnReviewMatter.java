package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.form.Shown;
import io.dovetail.ownreview.DeclareOwnReview;
import io.dovetail.ownreview.OwnReviewRecords;
import io.dovetail.ownreview.OwnReviews;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A body declares a review of its own. */
@Component
class OwnReviewMatter implements MatterForm<DeclareOwnReview> {

    private final OwnReviews ownReviews;
    private final OwnReviewRecords ownReviewRecords;

    OwnReviewMatter(OwnReviews ownReviews, OwnReviewRecords ownReviewRecords) {
        this.ownReviews = ownReviews;
        this.ownReviewRecords = ownReviewRecords;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.OWN_REVIEW;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "A review of your own does not stop this one. Say what it looks at, how long it lasts and how others can"
                        + " watch. They are asked whether they do, and what help they offer. Its findings are"
                        + " brought together with the others.",
                "ownBefore",
                ownReviewRecords.saidBefore(reviewId, bodyId));
    }

    @Override
    public Kept keep(String reviewId, DeclareOwnReview answer, Actor actor) {
        return new Kept(
                ownReviews.declare(reviewId, answer, actor),
                answer.scope() + " From " + Shown.day(answer.startsOn()) + " until " + Shown.day(answer.endsOn())
                        + ". Observer seats: " + answer.seats() + ". "
                        + Objects.requireNonNullElse(answer.howToTakeUp(), ""));
    }
}
