package io.dovetail.ownreview;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on reviews that bodies make by themselves beside this one. */
@Component
@Order(400)
class OwnReviewsPart implements RecordPart {

    private final OwnReviews ownReviews;

    OwnReviewsPart(OwnReviews ownReviews) {
        this.ownReviews = ownReviews;
    }

    /** An own review: what its body said of it, the latest first, what the others said to it, and what became of its findings. */
    record Own(
            OwnReview review,
            List<OwnReviewDeclaration> declarations,
            List<OwnReviewResponse> responses,
            @Nullable OwnReviewReport report) {}

    record All(List<Own> ownReviews) {}

    @Override
    public String id() {
        return "ownreviews";
    }

    @Override
    public String title() {
        return "Reviews that organisations make by themselves";
    }

    @Override
    public boolean inEveryReview() {
        return false;
    }

    @Override
    public Optional<All> of(SoFar review) {
        List<Own> all = ownReviews.ofReview(review.reference()).stream()
                .map(own -> own(own, review))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(new All(all));
    }

    private Own own(OwnReview own, SoFar review) {
        List<OwnReviewDeclaration> latestFirst = new ArrayList<>(ownReviews.declarations(own.number()));
        Collections.reverse(latestFirst);
        return new Own(
                own,
                latestFirst,
                review.rounds().complete(OfferHelpToOwnReview.class, own.number())
                        ? ownReviews.responses(own.number())
                        : List.of(),
                ownReviews.report(own.number()).orElse(null));
    }
}
