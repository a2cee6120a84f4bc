package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How many working days a review has lost, as it is today: by being put off, also before it was proposed here, and by standing still. */
@Component
public class LostDays {

    private final LedgerEntryStore entries;
    private final DeferralStore deferrals;
    private final DeferralEventStore events;
    private final StoodStillStore stoodStill;
    private final Reviews reviews;
    private final WorkingDays workingDays;

    LostDays(
            LedgerEntryStore entries,
            DeferralStore deferrals,
            DeferralEventStore events,
            StoodStillStore stoodStill,
            Reviews reviews,
            WorkingDays workingDays) {
        this.entries = entries;
        this.deferrals = deferrals;
        this.events = events;
        this.stoodStill = stoodStill;
        this.reviews = reviews;
        this.workingDays = workingDays;
    }

    int byPostponements(String reviewId) {
        return DaysLost.of(waits(reviewId), workingDays.today(), workingDays);
    }

    int stoodStill(String reviewId) {
        return stoodStill.findByReviewIdOrderById(reviewId).stream()
                .mapToInt(StoodStill::days)
                .sum();
    }

    int inAll(String reviewId) {
        return byPostponements(reviewId) + stoodStill(reviewId);
    }

    /** What they would be if the review were put off to that day now, or longer, for a wait that lasts. */
    int ifPutOffTo(String reviewId, LocalDate newOn) {
        List<DaysLost.Wait> waits = new ArrayList<>(waits(reviewId));
        DaysLost.Wait last = waits.isEmpty() ? null : waits.get(waits.size() - 1);
        if (last != null && last.endedOn() == null) {
            LocalDate planned = last.plannedTo();
            LocalDate later = planned == null || planned.isBefore(newOn) ? newOn : planned;
            waits.set(waits.size() - 1, new DaysLost.Wait(last.from(), later, null));
        } else {
            waits.add(new DaysLost.Wait(workingDays.today(), newOn, null));
        }
        return DaysLost.of(waits, workingDays.today(), workingDays) + stoodStill(reviewId);
    }

    /** How many working days a postponement that lasts has cost since the day it was put off to; they come on top of what was planned. */
    int sinceItsDay(String reviewId, long deferralId) {
        DaysLost.Wait wait = byDeferral(reviewId).get(deferralId);
        return wait == null || wait.plannedTo() == null || wait.endedOn() != null
                ? 0
                : workingDays.between(wait.plannedTo(), wait.to(workingDays.today()));
    }

    /** The last day that counts as lost already, but never before that one; today while the review is put off. */
    LocalDate lastCounted(String reviewId, LocalDate from) {
        LocalDate today = workingDays.today();
        return Stream.concat(
                        byDeferral(reviewId).values().stream()
                                .map(wait -> wait.endedOn() == null ? today : wait.endedOn()),
                        stoodStill.findByReviewIdOrderById(reviewId).stream().map(StoodStill::toOn))
                .filter(day -> day.isAfter(from))
                .max(Comparator.naturalOrder())
                .orElse(from);
    }

    private List<DaysLost.Wait> waits(String reviewId) {
        List<DaysLost.Wait> waits = new ArrayList<>();
        Review review = reviews.review(reviewId);
        LocalDate since = review.proposal().putOffSince();
        if (since != null) {
            LocalDate opened = workingDays.dateOf(review.openedAt());
            waits.add(new DaysLost.Wait(since, opened, opened));
        }
        waits.addAll(byDeferral(reviewId).values());
        return waits;
    }

    /** The waits since a review was proposed here, by the numbers of their postponements, in their order. */
    Map<Long, DaysLost.Wait> byDeferral(String reviewId) {
        List<Deferral> all = deferrals.findByReviewIdOrderById(reviewId);
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<Long, LocalDate> plannedTo = new HashMap<>();
        entries.findByReviewIdOrderByNumber(reviewId)
                .forEach(entry -> plannedTo.put(entry.deferralId(), entry.newOn()));
        Map<Long, LocalDate> endedOn = new HashMap<>();
        events.findByDeferralIdInOrderById(all.stream().map(Deferral::number).toList()).stream()
                .filter(event -> event.kind().ending())
                .forEach(event -> endedOn.putIfAbsent(event.deferralId(), workingDays.dateOf(event.happenedAt())));
        Map<Long, DaysLost.Wait> waits = new LinkedHashMap<>();
        all.forEach(deferral -> waits.put(
                deferral.number(),
                new DaysLost.Wait(
                        workingDays.dateOf(deferral.openedAt()),
                        plannedTo.get(deferral.number()),
                        endedOn.get(deferral.number()))));
        return waits;
    }
}
