package io.dovetail.ownreview;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on reviews that bodies make by themselves beside this one. */
@Component
@Order(400)
class OwnReviewsPart implements RecordPart {

    private final OwnReviewRecords records;

    OwnReviewsPart(OwnReviewRecords records) {
        this.records = records;
    }

    /** An own review: what its body said of it, the latest first, what the others said to it, and what became of its findings. */
    record Own(
            OwnReview review,
            List<OwnReviewDeclaration> declarations,
            List<OwnReviewResponse> responses,
            @Nullable OwnReviewReport report) {}

    record AllOwnReviews(List<Own> ownReviews) {}

    @Override
    public Heading heading() {
        return Heading.whereAny("ownreviews", "Reviews that organisations make by themselves");
    }

    @Override
    public Optional<AllOwnReviews> of(SoFar review) {
        List<OwnReview> all = records.ofReview(review.reference());
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Long> numbers = all.stream().map(OwnReview::number).toList();
        Map<Long, List<OwnReviewDeclaration>> declarations = records.declarations(numbers);
        Map<Long, List<OwnReviewResponse>> responses = records.responses(numbers);
        Map<Long, OwnReviewReport> reports = records.reports(numbers);
        return Optional.of(new AllOwnReviews(all.stream()
                .map(own -> new Own(
                        own,
                        latestFirst(declarations.getOrDefault(own.number(), List.of())),
                        review.rounds().complete(OfferHelpToOwnReview.class, own.number())
                                ? responses.getOrDefault(own.number(), List.of())
                                : List.of(),
                        reports.get(own.number())))
                .toList()));
    }

    private static List<OwnReviewDeclaration> latestFirst(List<OwnReviewDeclaration> said) {
        List<OwnReviewDeclaration> latestFirst = new ArrayList<>(said);
        Collections.reverse(latestFirst);
        return latestFirst;
    }
}
