package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Seats;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a review that was put off goes on: what was in its way is gone, it is released, it is restarted. */
@Service
@Transactional
public class Restarts {

    private static final Logger LOG = LoggerFactory.getLogger(Restarts.class);

    private final Deferrals deferrals;
    private final DeferralEvents events;
    private final Seats seats;

    Restarts(Deferrals deferrals, DeferralEvents events, Seats seats) {
        this.deferrals = deferrals;
        this.events = events;
        this.seats = seats;
    }

    /** Keeps that somebody says that what stood in the way of a review is gone. */
    public void reportObstacleGone(String reviewId, ReportObstacleGone answer, Actor actor) {
        deferrals
                .running(reviewId)
                .ifPresent(deferral ->
                        events.keep(deferral.number(), DeferralEvent.Kind.OBSTACLE_GONE, answer.changed(), actor));
    }

    /** Keeps that a review waits no longer for another one. */
    public void release(long deferralId) {
        events.keepByItself(deferralId, DeferralEvent.Kind.RELEASED, null, null);
    }

    /**
     * The seats that are asked to restart a review: the convenors, and those that asked to put it off. One whose place nobody has
     * taken is left out: there the convenors would be asked twice.
     *
     * @param convenors the seat of the convenors who are asked in this review
     */
    @Transactional(readOnly = true)
    public List<String> who(long deferralId, String convenors) {
        return Stream.concat(
                        Stream.of(convenors),
                        deferrals.whoAsked(deferralId).stream()
                                .filter(bodyId -> seats.of(bodyId).holder() != null))
                .toList();
    }

    /** Keeps that a review goes on. */
    void keep(long deferralId, RestartReview answer, Actor actor) {
        events.keep(deferralId, DeferralEvent.Kind.RESTARTED, answer.changed(), actor);
        LOG.info("Review {} goes on.", deferrals.get(deferralId).reviewId());
    }
}
