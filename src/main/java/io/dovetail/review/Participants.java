package io.dovetail.review;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Area;
import io.dovetail.directory.Author;
import io.dovetail.directory.Body;
import io.dovetail.directory.BodyKind;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Seats;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.keeping.ReviewRows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who takes part in a review: who was asked, who of them stays, and which voices and kinds of body they bring. */
@Service
@Transactional
public class Participants {

    private final ReviewBodyStore store;
    private final AcceptedGapStore acceptedGaps;
    private final PositionStore positions;
    private final Directory directory;
    private final Seats seats;
    private final WorkingDays workingDays;
    private final Clock clock;

    Participants(
            ReviewBodyStore store,
            AcceptedGapStore acceptedGaps,
            PositionStore positions,
            Directory directory,
            Seats seats,
            WorkingDays workingDays,
            Clock clock) {
        this.store = store;
        this.acceptedGaps = acceptedGaps;
        this.positions = positions;
        this.directory = directory;
        this.seats = seats;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** The references of the reviews in which a body takes part, the oldest first. */
    @Transactional(readOnly = true)
    public List<String> reviewsWith(String bodyId) {
        return store.findByBodyIdOrderById(bodyId).stream()
                .map(ReviewBody::reviewId)
                .filter(reviewId -> bodyIds(reviewId).contains(bodyId))
                .toList();
    }

    /** Every body that was asked to take part, in the order in which they were added. */
    @Transactional(readOnly = true)
    public List<String> bodiesAsked(String reviewId) {
        return store.findByReviewIdOrderById(reviewId).stream()
                .map(ReviewBody::bodyId)
                .toList();
    }

    /**
     * The bodies that take part, in the order in which they were added: all that were asked, but those that said they
     * cannot join. A body that was silent, asked for a delay or reviews by itself stays at the table; only it can leave.
     */
    @Transactional(readOnly = true)
    public List<String> bodyIds(String reviewId) {
        Map<String, Position> latest = latestPositions(reviewId);
        return bodiesAsked(reviewId).stream()
                .filter(bodyId -> {
                    Position position = latest.get(bodyId);
                    return position == null || position.stance() != Stance.CANNOT_JOIN;
                })
                .toList();
    }

    /**
     * Lets only a body that takes part be given something to do.
     *
     * @throws Refused if it does not
     */
    @Transactional(readOnly = true)
    public void refuseUnlessItTakesPart(String reviewId, @Nullable String bodyId) {
        if (bodyId == null || !bodyIds(reviewId).contains(bodyId)) {
            throw new Refused("Please choose from the organisations that take part in this review.");
        }
    }

    /**
     * How many of the bodies that were asked to take part bring a voice, such as {@code livedExperience}. One that answered that it
     * cannot join has been asked all the same: after a postponement nobody is added once more for that.
     */
    @Transactional(readOnly = true)
    public int bodiesWithVoice(String reviewId, String voice) {
        return count(reviewId, body -> body.voice().key().equals(voice));
    }

    /**
     * How many of the bodies that were asked to take part are of a kind, such as {@code mentalHealthTrust}.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    @Transactional(readOnly = true)
    public int bodiesOfKind(String reviewId, String kind) {
        BodyKind wanted = BodyKind.valueOf(kind.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        return count(reviewId, body -> body.kind() == wanted);
    }

    /** The bodies that take part, to choose from; of one that has ended it is said who has taken its place. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> bodyOptions(String reviewId) {
        return bodyIds(reviewId).stream()
                .map(id -> Shown.option(id, seats.of(id).name()))
                .toList();
    }

    /** Each time somebody decided that a review goes on although a voice or a kind of body is missing. */
    @Transactional(readOnly = true)
    public List<AcceptedGap> acceptedGaps(String reviewId) {
        return acceptedGaps.findByReviewIdOrderById(reviewId);
    }

    /** Whether somebody decided that a review goes on although a voice or a kind of body is missing. */
    @Transactional(readOnly = true)
    public boolean gapAccepted(String reviewId) {
        return !acceptedGaps.findByReviewIdOrderById(reviewId).isEmpty();
    }

    /** Adds the bodies that were chosen, or keeps why the review goes on without them. */
    public void add(String reviewId, CompletePartnership answer, Actor actor) {
        add(reviewId, answer.added(), actor);
        if (answer.withoutThem()) {
            acceptedGaps.save(
                    new AcceptedGap(null, reviewId, String.valueOf(answer.why()), Author.of(actor), clock.instant()));
        }
    }

    /**
     * Asks those named in a proposal to take part; all that serve the area today where none is named. The proposer's own body is
     * always among them.
     */
    void ask(String reviewId, Area area, @Nullable List<String> named, Actor proposer) {
        Set<String> asked = new LinkedHashSet<>();
        if (named == null || named.isEmpty()) {
            directory.bodiesServing(area.id(), workingDays.today()).forEach(body -> asked.add(body.id()));
        } else {
            asked.addAll(named);
        }
        if (proposer.bodyId() != null) {
            asked.add(proposer.bodyId());
        }
        add(reviewId, asked, proposer);
    }

    /** Where every body stands by its latest answer; in the order in which they were added, those without one left out. */
    Map<String, Position> latestPositions(String reviewId) {
        Map<String, Position> byBody = new HashMap<>();
        positions.findByReviewIdOrderById(reviewId).forEach(position -> byBody.put(position.bodyId(), position));
        Map<String, Position> ordered = new LinkedHashMap<>();
        for (String bodyId : bodiesAsked(reviewId)) {
            Position position = byBody.get(bodyId);
            if (position != null) {
                ordered.put(bodyId, position);
            }
        }
        return ordered;
    }

    private int count(String reviewId, Predicate<Body> which) {
        return (int) bodiesAsked(reviewId).stream()
                .map(directory::body)
                .filter(which)
                .count();
    }

    private void add(String reviewId, Collection<String> bodyIds, Actor actor) {
        Set<String> there = new LinkedHashSet<>(bodiesAsked(reviewId));
        LocalDate today = workingDays.today();
        for (String bodyId : bodyIds) {
            directory.standIn(bodyId, today).ifPresent(body -> {
                if (there.add(body.id())) {
                    store.save(
                            new ReviewBody(null, reviewId, body.id(), actor.personId(), actor.name(), clock.instant()));
                }
            });
        }
    }

    interface AcceptedGapStore extends ReviewRows<AcceptedGap> {}

    interface ReviewBodyStore extends ReviewRows<ReviewBody> {

        @Query("select * from review_body where review_id = :reviewId order by id")
        @Override
        List<ReviewBody> findByReviewIdOrderById(String reviewId);

        List<ReviewBody> findByBodyIdOrderById(String bodyId);
    }
}
