package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is so today with a review that has been put off, in words: it waits, its day has come, its wait ended before, or a choice is due. */
@Service
@Transactional(readOnly = true)
public class DeferralNow {

    private final Deferrals deferrals;
    private final DeferralEvents events;
    private final Ledger ledger;
    private final TierTable tierTable;
    private final LastTier lastTier;
    private final WorkingDays workingDays;

    DeferralNow(
            Deferrals deferrals,
            DeferralEvents events,
            Ledger ledger,
            TierTable tierTable,
            LastTier lastTier,
            WorkingDays workingDays) {
        this.deferrals = deferrals;
        this.events = events;
        this.ledger = ledger;
        this.tierTable = tierTable;
        this.lastTier = lastTier;
        this.workingDays = workingDays;
    }

    /** What is so with a review; nothing where it is not put off. */
    public Optional<String> of(String reviewId) {
        return running(reviewId)
                .map(it -> it.mustBeChosen(tierTable.last())
                        ? lastTier.why(it.number()) + " Somebody has to choose how it goes on."
                        : it.endedBefore().orElseGet(() -> waitsOrItsDayHasCome(it.newOn())));
    }

    /** The postponement that a review is in; nothing where it is not put off, or that is not entered yet. */
    Optional<RunningDeferral> running(String reviewId) {
        return deferrals
                .running(reviewId)
                .map(Deferral::number)
                .map(number -> new RunningDeferral(number, ledger.entries(number), events.of(number)))
                .filter(it -> !it.entries().isEmpty());
    }

    private String waitsOrItsDayHasCome(LocalDate newOn) {
        return newOn.isAfter(workingDays.today())
                ? "It is put off until " + Shown.day(newOn) + "."
                : "It was put off until " + Shown.day(newOn) + ". That day has come.";
    }
}
