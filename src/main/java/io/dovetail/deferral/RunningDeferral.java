package io.dovetail.deferral;

import io.dovetail.form.FormId;
import io.dovetail.request.BodyRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A postponement that a review is in, read once.
 *
 * @param entries what was entered of it in the ledger; one at least
 * @param events what has happened since
 * @param asked what was asked about it, in the order in which it was asked
 */
record RunningDeferral(long number, List<LedgerEntry> entries, List<DeferralEvent> events, List<BodyRequest> asked) {

    /** Takes copies. */
    RunningDeferral {
        entries = List.copyOf(entries);
        events = List.copyOf(events);
        asked = List.copyOf(asked);
    }

    /** The day on which the review is to go on. */
    LocalDate newOn() {
        return entries.get(entries.size() - 1).newOn();
    }

    /** The tier that holds now. */
    int tier() {
        return DeferralTiers.highest(entries, events);
    }

    /** What was asked about it with one form. */
    List<BodyRequest> asked(Class<? extends Record> form) {
        return asked.stream()
                .filter(request -> request.question().equals(FormId.of(form)))
                .toList();
    }

    /** When somebody has to have chosen how it goes on; none where nobody has to choose: then it goes on by itself. */
    Optional<Instant> choiceDueAt() {
        return asked(ChooseWay.class).stream()
                .filter(BodyRequest::open)
                .map(BodyRequest::answerDueAt)
                .min(Comparator.naturalOrder());
    }

    /** Why the wait ended before its day, if it did. */
    Optional<String> endedBefore() {
        return endedBefore(events);
    }

    /** Why a wait ended before its day by what happened, if it did. */
    static Optional<String> endedBefore(List<DeferralEvent> events) {
        return events.stream()
                .map(DeferralEvent::kind)
                .filter(DeferralEvent.Kind::endsTheWait)
                .map(kind -> switch (kind) {
                    case REFUSED -> "More organisations objected than consented, so it is put off no longer.";
                    case RELEASED -> "It has waited for the other review as long as it may.";
                    default -> "What stood in the way is gone.";
                })
                .findFirst();
    }
}
