package io.dovetail.reflection;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import io.dovetail.review.ReviewState;
import io.dovetail.review.Reviews;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on the ten tests. Both sides are asked at the same time, so neither is shown before the other is complete. */
@Component
@Order(1200)
class ReflectionPart implements RecordPart {

    private final Reflections reflections;
    private final Reviews reviews;

    ReflectionPart(Reflections reflections, Reviews reviews) {
        this.reflections = reflections;
        this.reviews = reviews;
    }

    record Looking(
            List<Reflection> reflections,
            List<Reflections.Result> results,
            @Nullable String rung) {}

    @Override
    public Heading heading() {
        return Heading.always("reflection", "Looking back on working together");
    }

    @Override
    public Optional<Looking> of(SoFar review) {
        boolean reflected =
                review.rounds().complete(Reflect.class) && review.rounds().complete(ReflectLivedExperience.class);
        List<Reflection> given = reflected ? reflections.all(review.reference()) : List.of();
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new Looking(
                        given,
                        reflections.results(review.reference()),
                        reflections.rung(review.reference()).orElse(null)));
    }

    /** The ten tests are for everybody once the report is. */
    @Override
    public Optional<Looking> forEverybody(SoFar review) {
        return reviews.review(review.reference()).state() == ReviewState.PUBLISHED ? of(review) : Optional.empty();
    }
}
