package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import io.dovetail.record.Ahead;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is so today with a review that has been put off, in a sentence: it waits, its day has come, or its wait ended before. */
@Service
@Transactional(readOnly = true)
public class DeferralNow {

    private final Deferrals deferrals;
    private final DeferralEvents events;
    private final Ledger ledger;
    private final WorkingDays workingDays;

    DeferralNow(Deferrals deferrals, DeferralEvents events, Ledger ledger, WorkingDays workingDays) {
        this.deferrals = deferrals;
        this.events = events;
        this.ledger = ledger;
        this.workingDays = workingDays;
    }

    /** What is so with a review; nothing where it is not put off. */
    public Optional<String> of(String reviewId) {
        return deferrals
                .running(reviewId)
                .map(Deferral::number)
                .filter(ledger::entered)
                .map(number -> endedBefore(number).orElseGet(() -> waitsOrItsDayHasCome(number)));
    }

    /** The day on which a review is to go on; nothing where it waits for it no longer. */
    Optional<Ahead> ahead(long deferralId) {
        return Optional.of(deferralId)
                .filter(number -> ledger.entered(number) && endedBefore(number).isEmpty())
                .map(number -> ledger.latest(number).newOn())
                .filter(newOn -> newOn.isAfter(workingDays.today()))
                .map(newOn -> new Ahead(newOn, Ahead.GOES_ON));
    }

    /** Why the wait ended before its day, if it did. */
    Optional<String> endedBefore(long deferralId) {
        return events.of(deferralId).stream()
                .map(DeferralEvent::kind)
                .filter(DeferralEvent.Kind::endsTheWait)
                .map(kind -> switch (kind) {
                    case REFUSED -> "More organisations objected than consented, so it is put off no longer.";
                    case RELEASED -> "It has waited for the other review as long as it may.";
                    default -> "What stood in the way is gone.";
                })
                .findFirst();
    }

    private String waitsOrItsDayHasCome(long deferralId) {
        LocalDate newOn = ledger.latest(deferralId).newOn();
        return newOn.isAfter(workingDays.today())
                ? "It is put off until " + Shown.day(newOn) + "."
                : "It was put off until " + Shown.day(newOn) + ". That day has come.";
    }
}
