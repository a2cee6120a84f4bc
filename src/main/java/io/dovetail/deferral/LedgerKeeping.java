package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters postponements in the ledger. Entries are only ever added. */
@Service
@Transactional
public class LedgerKeeping {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerKeeping.class);

    private final LedgerEntryStore entries;
    private final LedgerReasonStore reasons;
    private final Deferrals deferrals;
    private final Ledger ledger;
    private final LongestWait longestWait;
    private final TierReached tierReached;
    private final WorkingDays workingDays;
    private final Clock clock;

    LedgerKeeping(
            LedgerEntryStore entries,
            LedgerReasonStore reasons,
            Deferrals deferrals,
            Ledger ledger,
            LongestWait longestWait,
            TierReached tierReached,
            WorkingDays workingDays,
            Clock clock) {
        this.entries = entries;
        this.reasons = reasons;
        this.deferrals = deferrals;
        this.ledger = ledger;
        this.longestWait = longestWait;
        this.tierReached = tierReached;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * Enters a postponement, with everybody's reason who asks for it. A second entry while the review waits counts, but moves no
     * day: a postponement ends on its day.
     *
     * @param decided what the decision {@code deferral-tier} gave
     */
    public void enter(long deferralId, Map<String, Object> decided) {
        Deferral deferral = deferrals.get(deferralId);
        String reviewId = deferral.reviewId();
        List<DeferralRequest> pending = ledger.pending(reviewId);
        Tier tier = Tier.of(decided);
        boolean meanwhile = ledger.entered(deferralId);
        LocalDate oldOn = meanwhile ? ledger.latest(deferralId).newOn() : workingDays.dateOf(deferral.openedAt());
        // Two bodies may ask at once: both reasons must be gone before the review goes on.
        LocalDate newOn = meanwhile
                ? oldOn
                : DeferralRequest.latestDay(pending).orElseGet(() -> longestWait.dayUnlessNamed(reviewId));
        LedgerEntry entry = entries.keep(new LedgerEntry(
                null,
                reviewId,
                deferralId,
                ledger.nextNumber(reviewId),
                deferral.stage(),
                oldOn,
                newOn,
                workingDays.between(oldOn, newOn),
                ledger.daysLostIfPutOffTo(reviewId, newOn),
                tier.number(),
                clock.instant()));
        tierReached.keep(reviewId, entry.tier());
        entries.keepPutOff(reviewId, entry.enteredAt().atOffset(ZoneOffset.UTC));
        deferrals.keepDays(deferralId, oldOn, newOn);
        add(pending, entry);
        LOG.info(
                "Review {} is put off for the {} time, tier {}.",
                reviewId,
                Deferrals.ordinal(entry.number()),
                tier.number());
    }

    /**
     * Adds what was asked while the review waits to the entry that it has: a further reason is put beside the first. A workshop
     * without a quorum is left, because it counts by itself; before the first entry everything is, because it comes with that one.
     */
    public void addReasons(long deferralId) {
        if (ledger.entered(deferralId)) {
            List<DeferralRequest> beside = ledger
                    .pending(deferrals.get(deferralId).reviewId())
                    .stream()
                    .filter(request -> !request.countsByItself())
                    .toList();
            add(beside, ledger.latest(deferralId));
        }
    }

    /** Adds everything that was asked while a choice is open, when nothing counts by itself any more. */
    public void addAllReasons(long deferralId) {
        add(ledger.pending(deferrals.get(deferralId).reviewId()), ledger.latest(deferralId));
    }

    /** Whether something was asked while the review waits that counts by itself. */
    @Transactional(readOnly = true)
    public boolean countsByItself(long deferralId) {
        return ledger.entered(deferralId)
                && ledger.pending(deferrals.get(deferralId).reviewId()).stream()
                        .anyMatch(DeferralRequest::countsByItself);
    }

    private void add(List<DeferralRequest> asked, LedgerEntry entry) {
        asked.forEach(request -> reasons.save(new LedgerReason(null, entry.key(), request.number())));
    }
}
