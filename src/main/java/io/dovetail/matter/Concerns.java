package io.dovetail.matter;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.keeping.NumberedRows;
import io.dovetail.keeping.ReviewRows;
import io.dovetail.matter.RaisedKind.OneAnswer;
import io.dovetail.matter.RaisedKind.OneRaised;
import io.dovetail.record.SoFar;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Something worries a body. Concerns are shown to every body of the review and answered by each of them; none is closed by one body alone. */
@Service
@Transactional
public class Concerns implements MatterForm<RaiseConcern> {

    private final ConcernStore concerns;
    private final ConcernAnswerStore answers;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    Concerns(ConcernStore concerns, ConcernAnswerStore answers, Reviews reviews, Directory directory, Clock clock) {
        this.concerns = concerns;
        this.answers = answers;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.CONCERN;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "Every organisation of the review reads your concern and answers it, yours among them. None can"
                        + " close it alone.");
    }

    @Override
    public Kept keep(String reviewId, RaiseConcern answer, Actor actor) {
        Concern kept = concerns.save(new Concern(
                null, reviewId, Objects.requireNonNull(actor.bodyId()), answer, Author.of(actor), clock.instant()));
        return new Kept(
                kept.number(),
                answer.concern() + " Source: " + answer.source() + " "
                        + Objects.requireNonNullElse(answer.wouldHelp(), ""));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RaisedKind> onRecord(SoFar review) {
        List<Concern> all = ofReview(review.reference());
        Map<Long, List<ConcernAnswer>> said = answers(all.stream()
                .map(Concern::number)
                .filter(number -> review.rounds().complete(AnswerConcern.class, number))
                .toList());
        return Optional.of(new RaisedKind(
                "Concerns",
                all.stream()
                        .map(concern -> onRecord(concern, said.getOrDefault(concern.number(), List.of())))
                        .toList()));
    }

    private static OneRaised onRecord(Concern concern, List<ConcernAnswer> answers) {
        RaiseConcern raised = concern.said();
        return new OneRaised(
                concern.bodyId(),
                null,
                raised.claimClass().label(),
                raised.concern(),
                raised.source(),
                raised.wouldHelp() == null
                        ? List.of()
                        : List.of("What would help, as they see it: " + raised.wouldHelp()),
                concern.author(),
                concern.raisedAt(),
                answers.stream().map(Concerns::onRecord).toList());
    }

    private static OneAnswer onRecord(ConcernAnswer answer) {
        AnswerConcern said = answer.said();
        return said == null
                ? OneAnswer.silent(answer.bodyId())
                : new OneAnswer(answer.bodyId(), said.says(), List.of("What they will do: " + said.willDo()));
    }

    /** The bodies that have yet to answer a concern: all that take part, the one that raised it among them. */
    @Transactional(readOnly = true)
    public List<String> toAnswer(long concernId) {
        Set<String> answered =
                answers(concernId).stream().map(ConcernAnswer::bodyId).collect(Collectors.toSet());
        return reviews.bodyIds(concerns.get(concernId).reviewId()).stream()
                .filter(body -> !answered.contains(body))
                .toList();
    }

    void keep(BodyRequest request, @Nullable AnswerConcern answer, @Nullable Actor actor) {
        answers.save(new ConcernAnswer(
                null, request.number(), request.subject(), Word.of(request, actor, clock.instant()), answer));
    }

    /** The concerns of a review, in the order in which they were raised. */
    @Transactional(readOnly = true)
    public List<Concern> ofReview(String reviewId) {
        return concerns.findByReviewIdOrderById(reviewId);
    }

    /** What the bodies answered to a concern, silence included. */
    @Transactional(readOnly = true)
    public List<ConcernAnswer> answers(long concernId) {
        return answers.findByConcernIdOrderById(concernId);
    }

    /** What the bodies answered to each of these concerns, silence included, by the concern’s number; one without any is missing. */
    @Transactional(readOnly = true)
    public Map<Long, List<ConcernAnswer>> answers(Collection<Long> concernIds) {
        return concernIds.isEmpty()
                ? Map.of()
                : answers.findByConcernIdInOrderById(concernIds).stream()
                        .collect(Collectors.groupingBy(ConcernAnswer::concernId));
    }

    /** What the form to answer a concern shows of it. */
    Map<String, Object> shown(long concernId) {
        Concern concern = concerns.get(concernId);
        return Map.of(
                "concernFrom", Shown.typed(directory.body(concern.bodyId()).name()),
                "concernOn", Shown.day(concern.raisedAt()),
                "concern", Shown.typed(concern.said().concern()),
                "concernKind", concern.said().claimClass().label(),
                "concernSource", Shown.typed(concern.said().source()),
                "concernHelp",
                        Shown.typed(Objects.requireNonNullElse(concern.said().wouldHelp(), "nothing was named")));
    }

    interface ConcernAnswerStore extends NumberedRows<ConcernAnswer> {

        List<ConcernAnswer> findByConcernIdOrderById(long concernId);

        List<ConcernAnswer> findByConcernIdInOrderById(Collection<Long> concernIds);
    }

    interface ConcernStore extends ReviewRows<Concern> {}
}
