package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import io.dovetail.record.Ahead;
import io.dovetail.record.SoFar;
import io.dovetail.request.BodyRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is so today with a review that has been put off, and what comes next by itself: it waits, its day has come, its wait ended
 * before, its restart is overdue, or a choice is due.
 */
@Service
@Transactional(readOnly = true)
public class DeferralOutlook {

    private static final Outlook NONE = new Outlook(null, List.of());

    private final Deferrals deferrals;
    private final DeferralEvents events;
    private final Ledger ledger;
    private final TierTable tierTable;
    private final DeferralTimes times;
    private final LastTier lastTier;
    private final WorkingDays workingDays;

    DeferralOutlook(
            Deferrals deferrals,
            DeferralEvents events,
            Ledger ledger,
            TierTable tierTable,
            DeferralTimes times,
            LastTier lastTier,
            WorkingDays workingDays) {
        this.deferrals = deferrals;
        this.events = events;
        this.ledger = ledger;
        this.tierTable = tierTable;
        this.times = times;
        this.lastTier = lastTier;
        this.workingDays = workingDays;
    }

    /**
     * What is said of one review.
     *
     * @param now what is so today, in whole sentences; none where it is not put off
     * @param ahead what comes next, with its day
     */
    public record Outlook(@Nullable String now, List<Ahead> ahead) {}

    /** That of a review; nothing where it is not put off, or that is not entered yet. */
    public Outlook of(SoFar review) {
        return running(review)
                .map(it -> new Outlook(
                        now(it),
                        Stream.of(goesOn(it), ifNotRestarted(it), ifNobodyChooses(it))
                                .flatMap(Optional::stream)
                                .toList()))
                .orElse(NONE);
    }

    private Optional<RunningDeferral> running(SoFar review) {
        return Optional.of(review)
                .filter(SoFar::underWay)
                .flatMap(one -> deferrals.running(one.reference()))
                .map(Deferral::number)
                .map(number -> new RunningDeferral(
                        number, ledger.entries(number), events.of(number), review.askedAbout(number)))
                .filter(it -> !it.entries().isEmpty());
    }

    private String now(RunningDeferral deferral) {
        return deferral.choiceDueAt().isPresent()
                ? lastTier.why(deferral.number()) + " Somebody has to choose how it goes on."
                : deferral.endedBefore().orElseGet(() -> waitsOrItsDayHasCome(deferral.newOn()));
    }

    private String waitsOrItsDayHasCome(LocalDate newOn) {
        return newOn.isAfter(workingDays.today())
                ? "It is put off until " + Shown.day(newOn) + "."
                : "It was put off until " + Shown.day(newOn) + ". That day has come.";
    }

    /** The day on which a review is to go on; nothing where it waits for it no longer. */
    private Optional<Ahead> goesOn(RunningDeferral deferral) {
        return deferral.choiceDueAt().isEmpty()
                        && deferral.endedBefore().isEmpty()
                        && deferral.newOn().isAfter(workingDays.today())
                ? Optional.of(new Ahead(deferral.newOn(), Ahead.GOES_ON))
                : Optional.empty();
    }

    private Optional<Ahead> ifNotRestarted(RunningDeferral deferral) {
        List<BodyRequest> asked = deferral.asked(RestartReview.class);
        if (asked.stream().noneMatch(BodyRequest::open)) {
            return Optional.empty();
        }
        Instant since = Stream.concat(
                        // Whoever takes a step over is asked later; the restart is not overdue later by that.
                        asked.stream().map(BodyRequest::askedAt).min(Comparator.naturalOrder()).stream(),
                        deferral.events().stream()
                                .filter(event -> event.kind() == DeferralEvent.Kind.TIER_RAISED)
                                .map(DeferralEvent::happenedAt))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new Ahead(
                times.restartOverdueOn(since),
                deferral.tier() + 1 >= tierTable.last()
                        ? "If it has not been restarted, the last tier is told, and somebody has to choose how it goes on."
                        : Ahead.NOT_RESTARTED));
    }

    private Optional<Ahead> ifNobodyChooses(RunningDeferral deferral) {
        return deferral.choiceDueAt()
                .map(due -> new Ahead(
                        workingDays.dateOf(due), Ahead.NOT_CHOSEN + lastTier.otherwise(deferral.number()) + "."));
    }
}
