package io.dovetail.review;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Team;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SoFar;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.HandOver;
import io.dovetail.request.HandOvers;
import io.dovetail.request.Requests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on who takes part: what each said to the proposal, and whose place has passed on. */
@Component
@Order(200)
class PartnersPart implements RecordPart {

    private final Reviews reviews;
    private final Positions positions;
    private final Requests requests;
    private final HandOvers handOvers;
    private final Directory directory;

    PartnersPart(Reviews reviews, Positions positions, Requests requests, HandOvers handOvers, Directory directory) {
        this.reviews = reviews;
        this.positions = positions;
        this.requests = requests;
        this.handOvers = handOvers;
        this.directory = directory;
    }

    /** A body that was asked to take part, with its answers, the latest first. */
    record Partner(Body body, List<Position> positions) {}

    /** A body's place that has passed on: from whom to whom, with what had not been answered. */
    record Passed(String body, String from, String to, List<String> open, Instant on) {}

    /** That convenors handed the review over to others. */
    record Handed(String from, String to, String why, String person, Instant on) {}

    /** An answer that was given in the place of a body that has ended. */
    record StoodIn(String ask, String person, String by, String body, Instant on) {}

    record Partners(
            boolean underWay,
            List<Partner> partners,
            List<Passed> passed,
            List<Handed> handed,
            List<StoodIn> stoodIn,
            List<AcceptedGap> gaps,
            List<Settlement> settlements) {

        /** Whether anybody's answer to the proposal is shown. */
        public boolean answersShown() {
            return partners.stream().anyMatch(partner -> !partner.positions().isEmpty());
        }
    }

    @Override
    public Heading heading() {
        return Heading.always("partners", "Who takes part");
    }

    @Override
    public Optional<Partners> of(SoFar review) {
        String reference = review.reference();
        return Optional.of(new Partners(
                review.underWay(),
                partners(review),
                passed(reference),
                handed(reference),
                stoodIn(review.asked()),
                reviews.acceptedGaps(reference),
                reviews.settlements(reference)));
    }

    @Override
    public Optional<Partners> forEverybody(SoFar review) {
        return of(review);
    }

    private List<Partner> partners(SoFar review) {
        Map<String, List<Position>> answers =
                review
                        .rounds()
                        .complete(AnswerProposal.class, positions.all(review.reference()), Position::givenAt)
                        .stream()
                        .collect(Collectors.groupingBy(Position::bodyId));
        return reviews.bodiesAsked(review.reference()).stream()
                .map(id -> {
                    List<Position> latestFirst = new ArrayList<>(answers.getOrDefault(id, List.of()));
                    Collections.reverse(latestFirst);
                    return new Partner(directory.body(id), latestFirst);
                })
                .toList();
    }

    /** What convenors handed over themselves; what passed on because they stood still is told with the choice that was forced. */
    private List<Handed> handed(String reference) {
        return handOvers.ofReview(reference).stream()
                .filter(handOver -> handOver.why() != null)
                .map(handOver -> new Handed(
                        holder(handOver.fromHolder()),
                        holder(handOver.toHolder()),
                        String.valueOf(handOver.why()),
                        Objects.requireNonNull(handOver.author()).personName(),
                        handOver.handedAt()))
                .toList();
    }

    private List<Passed> passed(String reference) {
        return handOvers.ofReview(reference).stream()
                .filter(handOver -> directory.team(handOver.bodyId()).isEmpty())
                .map(handOver -> new Passed(
                        directory.body(handOver.bodyId()).name(),
                        holder(handOver.fromHolder()),
                        holder(handOver.toHolder()),
                        handOver.openRequests().stream()
                                .map(HandOver.OpenRequest::requestId)
                                .sorted()
                                .map(requests::ask)
                                .distinct()
                                .toList(),
                        handOver.handedAt()))
                .toList();
    }

    private List<StoodIn> stoodIn(List<BodyRequest> asked) {
        List<StoodIn> answers = new ArrayList<>();
        for (BodyRequest request : asked) {
            String by = request.closing().stoodIn();
            String person = request.closing().answeredByName();
            Instant at = request.closedAt();
            if (by != null && person != null && at != null) {
                answers.add(new StoodIn(
                        requests.ask(request.number()),
                        person,
                        holder(by),
                        directory.body(request.bodyId()).name(),
                        at));
            }
        }
        return answers;
    }

    private String holder(String id) {
        return directory.hasBody(id)
                ? directory.body(id).name()
                : directory.team(id).map(Team::called).orElse("the convenors");
    }
}
