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

    int putOff(String reviewId) {
        return DaysLost.of(halts(reviewId), workingDays.today(), workingDays);
    }

    int stoodStill(String reviewId) {
        return stoodStill.findByReviewIdOrderById(reviewId).stream()
                .mapToInt(StoodStill::days)
                .sum();
    }

    int inAll(String reviewId) {
        return putOff(reviewId) + stoodStill(reviewId);
    }

    /** What they would be if the review were put off to that day now, or longer, for a halt that lasts. */
    int ifPutOffTo(String reviewId, LocalDate newOn) {
        List<DaysLost.Halt> halts = new ArrayList<>(halts(reviewId));
        DaysLost.Halt last = halts.isEmpty() ? null : halts.get(halts.size() - 1);
        if (last != null && last.endedOn() == null) {
            LocalDate planned = last.plannedTo();
            LocalDate later = planned == null || planned.isBefore(newOn) ? newOn : planned;
            halts.set(halts.size() - 1, new DaysLost.Halt(last.from(), later, null));
        } else {
            halts.add(new DaysLost.Halt(workingDays.today(), newOn, null));
        }
        return DaysLost.of(halts, workingDays.today(), workingDays) + stoodStill(reviewId);
    }

    /** The last day that counts as lost already, but never before that one; today while the review is put off. */
    LocalDate lastCounted(String reviewId, LocalDate from) {
        LocalDate today = workingDays.today();
        return Stream.concat(
                        byDeferral(reviewId).values().stream()
                                .map(halt -> halt.endedOn() == null ? today : halt.endedOn()),
                        stoodStill.findByReviewIdOrderById(reviewId).stream().map(StoodStill::toOn))
                .filter(day -> day.isAfter(from))
                .max(Comparator.naturalOrder())
                .orElse(from);
    }

    private List<DaysLost.Halt> halts(String reviewId) {
        List<DaysLost.Halt> halts = new ArrayList<>();
        Review review = reviews.review(reviewId);
        LocalDate since = review.putOffSince();
        if (since != null) {
            LocalDate opened = workingDays.dateOf(review.openedAt());
            halts.add(new DaysLost.Halt(since, opened, opened));
        }
        halts.addAll(byDeferral(reviewId).values());
        return halts;
    }

    /** The halts since a review was proposed here, by the numbers of their postponements, in their order. */
    Map<Long, DaysLost.Halt> byDeferral(String reviewId) {
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
        Map<Long, DaysLost.Halt> halts = new LinkedHashMap<>();
        all.forEach(deferral -> halts.put(
                deferral.number(),
                new DaysLost.Halt(
                        workingDays.dateOf(deferral.openedAt()),
                        plannedTo.get(deferral.number()),
                        endedOn.get(deferral.number()))));
        return halts;
    }
}
