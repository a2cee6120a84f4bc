package io.dovetail.request;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Person;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Readers;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps, review by review and once each, that the place of a body which has ended has passed on, and has its new holder told. */
@Service
@Transactional
public class HandOvers {

    private static final Logger LOG = LoggerFactory.getLogger(HandOvers.class);

    private final HandOverStore store;
    private final BodyRequestStore requests;
    private final Seats seats;
    private final Directory directory;
    private final ObjectProvider<ReviewFacts> reviews;
    private final Postbox postbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandOvers(
            HandOverStore store,
            BodyRequestStore requests,
            Seats seats,
            Directory directory,
            ObjectProvider<ReviewFacts> reviews,
            Postbox postbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.requests = requests;
        this.seats = seats;
        this.directory = directory;
        this.reviews = reviews;
        this.postbox = postbox;
        this.events = events;
        this.clock = clock;
    }

    /** Lets one after the other pass places on, whichever program of a cluster they run in, until their transaction ends. */
    public void oneAfterTheOther() {
        store.queue(clock.instant().atOffset(ZoneOffset.UTC));
    }

    /**
     * Passes on the places of all bodies that have ended, in every review that is under way or in which they have yet to answer
     * something. What has passed on already stays as it is; a body that the directory says has not ended after all gets back its
     * place.
     */
    public void passOn() {
        for (Seat seat : seats.all()) {
            String bodyId = seat.body().id();
            if (seat.passedOn() || store.existsByBodyId(bodyId)) {
                Set<String> concerned = new LinkedHashSet<>(reviews.getObject().underWayWith(bodyId));
                requests.findByBodyIdAndClosingClosedAtIsNullOrderById(bodyId)
                        .forEach(request -> concerned.add(request.reviewId()));
                concerned.forEach(reviewId -> passOn(reviewId, seat));
            }
        }
    }

    /** Passes on a body's place in one review, if that is due and has not been done: before it is asked something there. */
    void passOn(String reviewId, String bodyId) {
        passOn(reviewId, seats.of(bodyId));
    }

    /** Who holds a seat in a review: the last to whom it was handed over, or the seat itself. */
    private String holder(String reviewId, String seatId) {
        List<HandOver> handed = store.findByReviewIdAndBodyIdOrderById(reviewId, seatId);
        return handed.isEmpty() ? seatId : handed.get(handed.size() - 1).toHolder();
    }

    /** The id of the team that is asked in a review now: the one that the directory names, or whoever has taken that over from it. */
    @Transactional(readOnly = true)
    public String teamOf(String reviewId) {
        return holder(reviewId, firstTeamOf(reviewId));
    }

    /** The id of the team that the directory names for a review: its area's convenors, or its county's leads. */
    @Transactional(readOnly = true)
    public String firstTeamOf(String reviewId) {
        return reviews.getObject().team(reviewId);
    }

    /**
     * Hands what a team is asked in a review to another team. The steps it has open are asked of the other one again by whoever calls
     * this.
     *
     * @param why why it is handed over; none if its members let it happen
     * @param actor who of them hands it over, likewise
     */
    public void handOver(String reviewId, String toTeam, @Nullable String why, @Nullable Actor actor) {
        String teamId = firstTeamOf(reviewId);
        String from = holder(reviewId, teamId);
        store.save(new HandOver(
                null,
                reviewId,
                teamId,
                from,
                toTeam,
                Set.of(),
                clock.instant(),
                why,
                actor == null ? null : Author.of(actor)));
        LOG.info("Review {}: what {} is asked goes from {} to {}.", reviewId, teamId, from, toTeam);
    }

    /** The references of the reviews that were ever handed over to one of these teams. */
    @Transactional(readOnly = true)
    public List<String> handedTo(Collection<String> teams) {
        return teams.isEmpty()
                ? List.of()
                : store.findByToHolderInOrderById(teams).stream()
                        .map(HandOver::reviewId)
                        .distinct()
                        .toList();
    }

    /** What has passed on in a review, in its order. */
    @Transactional(readOnly = true)
    public List<HandOver> ofReview(String reviewId) {
        return store.findByReviewIdOrderById(reviewId);
    }

    private void passOn(String reviewId, Seat seat) {
        String bodyId = seat.body().id();
        List<HandOver> before = store.findByReviewIdAndBodyIdOrderById(reviewId, bodyId);
        String from = before.isEmpty() ? bodyId : before.get(before.size() - 1).toHolder();
        if (from.equals(seat.group())) {
            return;
        }
        Set<Long> open = requests.findByReviewIdAndBodyIdAndClosingClosedAtIsNullOrderById(reviewId, bodyId).stream()
                .map(BodyRequest::number)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        store.save(new HandOver(
                null,
                reviewId,
                bodyId,
                from,
                seat.group(),
                open.stream().map(HandOver.OpenRequest::new).collect(Collectors.toSet()),
                clock.instant(),
                null,
                null));
        LOG.info(
                "Review {}: the place of {} passes from {} to {}, with {} open requests.",
                reviewId,
                bodyId,
                from,
                seat.group(),
                open.size());
        if (directory.hasBody(from)) {
            postbox.passOn(
                    reviewId,
                    newAddresses(directory.body(from), seat, reviews.getObject().convenor(reviewId)),
                    Readers.tookOver(seat));
        }
        events.publishEvent(new SeatPassedOn(reviewId, bodyId, open));
    }

    /** Who reads from now on what waits for one of these addresses: each office's mail goes to the same office. */
    private static Map<String, Person> newAddresses(Body from, Seat seat, Person convenor) {
        Person mailbox = seat.mailbox(convenor);
        Person executive = seat.executive().orElse(seat.lead(convenor));
        Map<String, Person> now = new HashMap<>();
        put(now, from.deputy(), executive);
        put(now, from.executive(), executive);
        put(now, from.lead(), seat.lead(convenor));
        now.put(from.mailbox().toLowerCase(Locale.ROOT), mailbox);
        return now;
    }

    private static void put(Map<String, Person> now, @Nullable Person before, Person after) {
        if (before != null) {
            now.put(before.email().toLowerCase(Locale.ROOT), after);
        }
    }
}
