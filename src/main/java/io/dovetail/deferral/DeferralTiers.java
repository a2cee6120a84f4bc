package io.dovetail.deferral;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How high a postponement is taken: what the decision {@code deferral-tier} asks for, the tier that holds now, and one tier more
 * while the restart is overdue.
 */
@Service
@Transactional
public class DeferralTiers {

    private final Deferrals deferrals;
    private final Ledger ledger;
    private final LongestWait longestWait;
    private final DeferralEvents events;
    private final TierTable tierTable;

    DeferralTiers(
            Deferrals deferrals, Ledger ledger, LongestWait longestWait, DeferralEvents events, TierTable tierTable) {
        this.deferrals = deferrals;
        this.ledger = ledger;
        this.longestWait = longestWait;
        this.events = events;
        this.tierTable = tierTable;
    }

    /** Which postponement of its review the next one is. */
    @Transactional(readOnly = true)
    public int nextNumber(long deferralId) {
        return ledger.nextNumber(reviewOf(deferralId));
    }

    /** Working days that the review will have lost in all once this postponement is over. */
    @Transactional(readOnly = true)
    public int daysLostInAll(long deferralId) {
        String reviewId = reviewOf(deferralId);
        // What is asked for meanwhile moves no day.
        return ledger.entered(deferralId)
                ? ledger.daysLost(reviewId)
                : ledger.daysLostIfPutOffTo(
                        reviewId,
                        DeferralRequest.latestDay(ledger.pending(reviewId))
                                .orElseGet(() -> longestWait.dayUnlessNamed(reviewId)));
    }

    /** Whether everybody who asks gives a reason. */
    @Transactional(readOnly = true)
    public boolean reasonGiven(long deferralId) {
        return ledger.pending(reviewOf(deferralId)).stream().allMatch(DeferralRequest::reasonGiven);
    }

    /** Whether somebody who asks would sort it out by themselves. */
    @Transactional(readOnly = true)
    public boolean takenAway(long deferralId) {
        return anyRequest(deferralId, DeferralRequest::takenAway);
    }

    /** Whether somebody stood still until the last tier was reached. */
    @Transactional(readOnly = true)
    public boolean stoodStill(long deferralId) {
        return anyRequest(deferralId, DeferralRequest::isStandingStill);
    }

    /** The tier that holds now: the highest it was entered with, or a higher one since the restart is overdue. */
    @Transactional(readOnly = true)
    public int now(long deferralId) {
        return highest(ledger.entries(deferralId), events.of(deferralId));
    }

    /** The highest that a postponement was entered with or was raised to since; the first while it is not entered. */
    static int highest(List<LedgerEntry> entered, List<DeferralEvent> since) {
        return Stream.concat(
                        entered.stream().map(LedgerEntry::tier), since.stream().map(DeferralEvent::tier))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(1);
    }

    /** Whether a postponement has reached the last tier. */
    @Transactional(readOnly = true)
    public boolean last(long deferralId) {
        return now(deferralId) >= tierTable.last();
    }

    /** Takes an overdue restart one tier higher, up to the last; returns the tier. */
    public int raise(long deferralId) {
        int tier = Math.min(tierTable.last(), now(deferralId) + 1);
        events.keepByItself(deferralId, DeferralEvent.Kind.TIER_RAISED, tier, null);
        return tier;
    }

    /** Whether the next postponement of a review would be of the last tier, so that whoever asks can read it before. */
    boolean wouldBeLast(String reviewId, boolean reasonGiven, int daysLostInAll) {
        return tierTable
                        .tier(ledger.nextNumber(reviewId), reasonGiven, daysLostInAll, false)
                        .number()
                >= tierTable.last();
    }

    /** Of what is entered already and what is not yet. */
    private boolean anyRequest(long deferralId, Predicate<DeferralRequest> which) {
        String reviewId = reviewOf(deferralId);
        return ledger.pending(reviewId).stream().anyMatch(which)
                || ledger.reasons(deferralId, reviewId).stream().anyMatch(which);
    }

    private String reviewOf(long deferralId) {
        return deferrals.get(deferralId).reviewId();
    }
}
