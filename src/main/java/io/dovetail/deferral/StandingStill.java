package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import io.dovetail.request.StepLate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Standing still counts: the working days between the day on which a step was due and the day on which it is done are lost, and
 * are in the ledger with the name of who had to act. Every few of them take the review one tier higher than the highest it has
 * reached, whichever way: a tier once reached is not left again.
 */
@Service
@Transactional
public class StandingStill {

    private final StoodStillStore store;
    private final TierReached tierReached;
    private final LostDays lostDays;
    private final TierTable tierTable;
    private final DeferralSettings settings;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    StandingStill(
            StoodStillStore store,
            TierReached tierReached,
            LostDays lostDays,
            TierTable tierTable,
            DeferralSettings settings,
            WorkingDays workingDays,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.store = store;
        this.tierReached = tierReached;
        this.lostDays = lostDays;
        this.tierTable = tierTable;
        this.settings = settings;
        this.workingDays = workingDays;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * Enters the working days that a review has lost since a step was due, or since the last time they were entered. To be called
     * every few working days while the step is open, and when it is done. A day is lost once, whoever else lets it pass, and what
     * a postponement costs is counted there. At the last tier whoever knows the review has somebody choose how it goes on.
     *
     * @param seatId the id of the seat that has to act
     * @param seatName what it is called
     * @param step what is to be done: a verb and its object
     * @param dueAt when that was due
     * @return the tier that the review has reached by it
     */
    public int record(String reviewId, String seatId, String seatName, String step, Date dueAt) {
        return enter(reviewId, seatId, seatName, step, dueAt, true);
    }

    /** What has been done late, or taken back, forces no choice any more. */
    @EventListener
    void enterLate(StepLate late) {
        enter(late.reviewId(), late.seatId(), late.seatName(), late.step(), late.dueAt(), false);
    }

    private int enter(String reviewId, String seatId, String seatName, String step, Date dueAt, boolean stillOpen) {
        LocalDate dueOn = workingDays.dateOf(dueAt.toInstant());
        LocalDate today = workingDays.today();
        List<StoodStill> before = store.findByReviewIdOrderById(reviewId);
        List<StoodStill> ofStep =
                before.stream().filter(row -> row.isOf(seatId, step, dueOn)).toList();
        LocalDate from = lostDays.lastCounted(reviewId, dueOn);
        int days = workingDays.between(from, today);
        int counted = ofStep.stream().mapToInt(StoodStill::days).sum();
        int inAll = counted + days;
        int last = tierTable.last();
        // What this step has already raised is part of the tier reached, and is not counted again.
        int more = inAll / settings.standingStillEvery() - counted / settings.standingStillEvery();
        int tier = Math.min(last, Math.max(1, tierReached.of(reviewId)) + more);
        if (days > 0) {
            store.save(new StoodStill(
                    null, reviewId, seatId, seatName, step, dueOn, from, today, days, tier, clock.instant()));
            tierReached.keep(reviewId, tier);
        }
        boolean reached = tier == last && ofStep.stream().noneMatch(row -> row.tier() == last);
        if (stillOpen && days > 0 && reached) {
            String what = "%s did not do “%s”, which was due on %s; %d working days are lost by it."
                    .formatted(seatName, step, Shown.day(dueOn), inAll);
            announcements.publishEvent(new LastTierReached(reviewId, what));
        }
        return tier;
    }
}
