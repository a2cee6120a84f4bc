package io.dovetail.deferral;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A postponement that a review is in, read once.
 *
 * @param number its number
 * @param entries what was entered of it in the ledger; one at least
 * @param events what has happened since
 */
record RunningDeferral(long number, List<LedgerEntry> entries, List<DeferralEvent> events) {

    /** Takes copies. */
    RunningDeferral {
        entries = List.copyOf(entries);
        events = List.copyOf(events);
    }

    /** The day on which the review is to go on. */
    LocalDate newOn() {
        return entries.get(entries.size() - 1).newOn();
    }

    /** The tier that holds now. */
    int tier() {
        return DeferralTiers.highest(entries, events);
    }

    /**
     * Whether nothing is waited for but a choice.
     *
     * @param last the last tier
     */
    boolean mustBeChosen(int last) {
        return tier() >= last;
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
