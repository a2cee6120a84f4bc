package io.dovetail.workshop;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on the questions agreed at the workshop and who looks at each. */
@Component
@Order(600)
class ScopePart implements RecordPart {

    private final ScopeMatrix matrix;

    ScopePart(ScopeMatrix matrix) {
        this.matrix = matrix;
    }

    record Scope(List<ScopeQuestion> questions, List<CrisisCareArea> areas) {}

    @Override
    public Heading heading() {
        return Heading.always("scope", "What is asked, and who looks at it");
    }

    @Override
    public Optional<Scope> of(SoFar review) {
        List<ScopeQuestion> questions = matrix.ofReview(review.reference());
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scope(questions, List.of(CrisisCareArea.values())));
    }
}
