package io.dovetail.localreview;

import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on what the local review rests on. */
@Component
@Order(700)
class EvidencePart implements RecordPart {

    private final LocalReviews localReviews;

    EvidencePart(LocalReviews localReviews) {
        this.localReviews = localReviews;
    }

    record Evidence(List<EvidenceItem> items, List<EvidenceAnswer> answers, List<VisitRecord> visits) {}

    @Override
    public Heading heading() {
        return Heading.always("evidence", "Evidence and visits");
    }

    @Override
    public Optional<Evidence> of(SoFar review) {
        String reference = review.reference();
        List<EvidenceAnswer> answers = review.rounds()
                .complete(GiveEvidence.class, localReviews.evidenceAnswers(reference), EvidenceAnswer::givenAt);
        List<EvidenceItem> items =
                review.rounds().complete(GiveEvidence.class, localReviews.evidence(reference), EvidenceItem::givenAt);
        List<VisitRecord> visits = localReviews.visits(reference);
        return items.isEmpty() && answers.isEmpty() && visits.isEmpty()
                ? Optional.empty()
                : Optional.of(new Evidence(items, answers, visits));
    }
}
