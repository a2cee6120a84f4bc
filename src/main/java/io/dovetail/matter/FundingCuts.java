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
import java.util.ArrayList;
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

/** A body has less money than before: every body of the review says what it can still do, what it needs, and what it could take on. */
@Service
@Transactional
public class FundingCuts implements MatterForm<ReportFundingCut> {

    private final FundingCutStore cuts;
    private final CapacityAnswerStore answers;
    private final Reviews reviews;
    private final Directory directory;
    private final Clock clock;

    FundingCuts(FundingCutStore cuts, CapacityAnswerStore answers, Reviews reviews, Directory directory, Clock clock) {
        this.cuts = cuts;
        this.answers = answers;
        this.reviews = reviews;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public MatterKind kind() {
        return MatterKind.FUNDING_CUT;
    }

    @Override
    public Map<String, Object> shown(String reviewId, String bodyId) {
        return Map.of(
                "explanation",
                "Every organisation of the review is asked what it can still do, what it needs, and what it could"
                        + " take on. So the gap is closed together.");
    }

    @Override
    public Kept keep(String reviewId, ReportFundingCut answer, Actor actor) {
        FundingCut kept = cuts.save(new FundingCut(
                null, reviewId, Objects.requireNonNull(actor.bodyId()), answer, Author.of(actor), clock.instant()));
        return new Kept(
                kept.number(), answer.what() + " From " + Shown.day(answer.cutFrom()) + ". " + answer.noLonger());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RaisedKind> onRecord(SoFar review) {
        List<FundingCut> all = ofReview(review.reference());
        Map<Long, List<CapacityAnswer>> said = answers(all.stream()
                .map(FundingCut::number)
                .filter(number -> review.rounds().complete(CheckCapacity.class, number))
                .toList());
        return Optional.of(new RaisedKind(
                "Funding that was cut",
                all.stream()
                        .map(cut -> onRecord(cut, said.getOrDefault(cut.number(), List.of())))
                        .toList()));
    }

    private static OneRaised onRecord(FundingCut cut, List<CapacityAnswer> answers) {
        ReportFundingCut reported = cut.said();
        return new OneRaised(
                cut.bodyId(),
                reported.cutFrom(),
                null,
                reported.what(),
                null,
                List.of("What it can no longer do: " + reported.noLonger()),
                cut.author(),
                cut.reportedAt(),
                answers.stream().map(FundingCuts::onRecord).toList());
    }

    private static OneAnswer onRecord(CapacityAnswer answer) {
        CheckCapacity said = answer.said();
        if (said == null) {
            return OneAnswer.silent(answer.bodyId());
        }
        List<String> more = new ArrayList<>();
        if (said.needs() != null) {
            more.add("What they need: " + said.needs());
        }
        if (said.takeOn() != null) {
            more.add("What they could take on: " + said.takeOn());
        }
        return new OneAnswer(answer.bodyId(), said.capacity().label(), more);
    }

    /** The bodies that have yet to say what they can still do: all that take part, the one with less money among them. */
    @Transactional(readOnly = true)
    public List<String> toAnswer(long fundingCutId) {
        Set<String> answered =
                answers(fundingCutId).stream().map(CapacityAnswer::bodyId).collect(Collectors.toSet());
        return reviews.bodyIds(cuts.get(fundingCutId).reviewId()).stream()
                .filter(body -> !answered.contains(body))
                .toList();
    }

    void keep(BodyRequest request, @Nullable CheckCapacity answer, @Nullable Actor actor) {
        answers.save(new CapacityAnswer(
                null, request.number(), request.subject(), Word.of(request, actor, clock.instant()), answer));
    }

    /** The cuts of a review, in the order in which they were reported. */
    @Transactional(readOnly = true)
    public List<FundingCut> ofReview(String reviewId) {
        return cuts.findByReviewIdOrderById(reviewId);
    }

    /** What the bodies said to a cut, silence included. */
    @Transactional(readOnly = true)
    public List<CapacityAnswer> answers(long fundingCutId) {
        return answers.findByFundingCutIdOrderById(fundingCutId);
    }

    /** What the bodies said to each of these cuts, silence included, by the cut’s number; one without any is missing. */
    @Transactional(readOnly = true)
    public Map<Long, List<CapacityAnswer>> answers(Collection<Long> fundingCutIds) {
        return fundingCutIds.isEmpty()
                ? Map.of()
                : answers.findByFundingCutIdInOrderById(fundingCutIds).stream()
                        .collect(Collectors.groupingBy(CapacityAnswer::fundingCutId));
    }

    /** What the form to check one's capacity shows of a cut. */
    Map<String, Object> shown(long fundingCutId) {
        FundingCut cut = cuts.get(fundingCutId);
        return Map.of(
                "cutBody", Shown.typed(directory.body(cut.bodyId()).name()),
                "cutWhat", Shown.typed(cut.said().what()),
                "cutFrom", Shown.day(cut.said().cutFrom()),
                "cutNoLonger", Shown.typed(cut.said().noLonger()));
    }

    interface CapacityAnswerStore extends NumberedRows<CapacityAnswer> {

        List<CapacityAnswer> findByFundingCutIdOrderById(long fundingCutId);

        List<CapacityAnswer> findByFundingCutIdInOrderById(Collection<Long> fundingCutIds);
    }

    interface FundingCutStore extends ReviewRows<FundingCut> {}
}
