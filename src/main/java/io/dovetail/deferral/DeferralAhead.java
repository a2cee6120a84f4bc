package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.record.Ahead;
import io.dovetail.record.SoFar;
import io.dovetail.request.BodyRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens next by itself with a review that has been put off: its day comes, its restart is overdue, nobody chose in time. */
@Component
@Transactional(readOnly = true)
public class DeferralAhead {

    private final DeferralNow now;
    private final TierTable tierTable;
    private final DeferralTimes times;
    private final LastTier lastTier;
    private final WorkingDays workingDays;

    DeferralAhead(
            DeferralNow now, TierTable tierTable, DeferralTimes times, LastTier lastTier, WorkingDays workingDays) {
        this.now = now;
        this.tierTable = tierTable;
        this.times = times;
        this.lastTier = lastTier;
        this.workingDays = workingDays;
    }

    /** That, with its day; nothing where the review is not put off. */
    public List<Ahead> of(SoFar review) {
        if (!review.underWay()) {
            return List.of();
        }
        return now.running(review.reference())
                .map(it -> Stream.of(
                                goesOn(it),
                                ifNotRestarted(it, asked(review, "restartReview", it.number())),
                                ifNobodyChooses(it.number(), asked(review, "chooseWay", it.number())))
                        .flatMap(each -> each)
                        .toList())
                .orElse(List.of());
    }

    /** The day on which a review is to go on; nothing where it waits for it no longer. */
    private Stream<Ahead> goesOn(RunningDeferral deferral) {
        return !deferral.mustBeChosen(tierTable.last())
                        && deferral.endedBefore().isEmpty()
                        && deferral.newOn().isAfter(workingDays.today())
                ? Stream.of(new Ahead(deferral.newOn(), Ahead.GOES_ON))
                : Stream.empty();
    }

    private Stream<Ahead> ifNotRestarted(RunningDeferral deferral, List<BodyRequest> asked) {
        if (asked.stream().noneMatch(BodyRequest::open)) {
            return Stream.empty();
        }
        Instant since = Stream.concat(
                        // Whoever takes a step over is asked later; the restart is not overdue later by that.
                        asked.stream().map(BodyRequest::askedAt).min(Comparator.naturalOrder()).stream(),
                        deferral.events().stream()
                                .filter(event -> event.kind() == DeferralEvent.Kind.TIER_RAISED)
                                .map(DeferralEvent::happenedAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Stream.of(new Ahead(
                times.restartOverdueOn(since),
                deferral.tier() + 1 >= tierTable.last()
                        ? "If it has not been restarted, the last tier is told, and somebody has to choose how it goes on."
                        : Ahead.NOT_RESTARTED));
    }

    private Stream<Ahead> ifNobodyChooses(long deferralId, List<BodyRequest> asked) {
        return asked.stream()
                .filter(BodyRequest::open)
                .map(request -> workingDays.dateOf(request.answerDueAt()))
                .min(Comparator.<LocalDate>naturalOrder())
                .map(due -> new Ahead(due, Ahead.NOT_CHOSEN + lastTier.otherwise(deferralId) + "."))
                .stream();
    }

    private static List<BodyRequest> asked(SoFar review, String question, long deferralId) {
        return review.asked().stream()
                .filter(request -> request.question().equals(question) && request.subject() == deferralId)
                .toList();
    }
}
