package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Seat;
import io.dovetail.directory.Seats;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a review that was put off goes on: what stood in its way is gone, it is released, it is restarted. */
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

    /** Who may restart a review, as groups: those that asked to put it off or have taken their place, and the convenors. */
    @Transactional(readOnly = true)
    public List<String> who(long deferralId) {
        List<String> groups = new ArrayList<>(seats.groups(deferrals.whoAsked(deferralId)));
        groups.add(Seat.CONVENORS);
        return groups.stream().distinct().toList();
    }

    /** Keeps that a review goes on. */
    public void keep(long deferralId, RestartReview answer, Actor actor) {
        events.keep(deferralId, DeferralEvent.Kind.RESTARTED, answer.changed(), actor);
        LOG.info("Review {} goes on.", deferrals.get(deferralId).reviewId());
    }
}
