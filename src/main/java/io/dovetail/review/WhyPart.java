package io.dovetail.review;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on what a review is for: the need, what it rests on and what its proposer commits to. */
@Component
@Order(100)
class WhyPart implements RecordPart {

    private final Reviews reviews;

    WhyPart(Reviews reviews) {
        this.reviews = reviews;
    }

    record Why(Review review, List<Claim> claims) {}

    @Override
    public Heading heading() {
        return Heading.always("why", "Why this review");
    }

    @Override
    public Optional<Why> of(SoFar review) {
        return Optional.of(new Why(reviews.review(review.reference()), reviews.claims(review.reference())));
    }
}
