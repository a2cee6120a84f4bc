package io.dovetail.localreview;

import io.dovetail.directory.Actor;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import io.dovetail.workshop.ScopeMatrix;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a body for its evidence on the questions that the workshop agreed. */
@Component
class GivenEvidence {

    private final EvidenceAnswerStore answers;
    private final EvidenceItemStore evidence;
    private final ScopeMatrix scope;
    private final Reviews reviews;
    private final Clock clock;

    GivenEvidence(
            EvidenceAnswerStore answers, EvidenceItemStore evidence, ScopeMatrix scope, Reviews reviews, Clock clock) {
        this.answers = answers;
        this.evidence = evidence;
        this.scope = scope;
        this.reviews = reviews;
        this.clock = clock;
    }

    Map<String, Object> shown(BodyRequest request) {
        return Map.of(
                "asked", scope.askedHere(request.reviewId()),
                "notAsked", scope.notAskedHere(request.reviewId()));
    }

    void keep(BodyRequest request, @Nullable GiveEvidence answer, @Nullable Actor actor) {
        List<GiveEvidence.EvidenceRow> rows = answer == null ? List.of() : answer.rows();
        rows.stream()
                .filter(GiveEvidence.EvidenceRow::isHypothesis)
                .forEach(row -> reviews.refuseUnlessItTakesPart(request.reviewId(), row.testOwner()));
        Word word = Word.of(request, actor, clock.instant());
        boolean nothingToAdd = answer != null && answer.hasNothingToAdd();
        answers.save(new EvidenceAnswer(null, request.number(), request.reviewId(), word, nothingToAdd));
        for (GiveEvidence.EvidenceRow row : rows) {
            evidence.save(new EvidenceItem(
                    null,
                    request.number(),
                    request.reviewId(),
                    word,
                    Objects.requireNonNull(row.statement()),
                    Objects.requireNonNull(row.claimClass()),
                    Objects.requireNonNull(row.source()),
                    row.isHypothesis() ? row.test() : null,
                    row.isHypothesis() ? row.testOwner() : null,
                    null));
        }
    }
}
