package io.dovetail.deferral;

import io.dovetail.directory.Team;
import io.dovetail.request.OtherTeams;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands a review over whose convenors stood still until the last tier was reached and then did not choose either. */
@Service
@Transactional
public class OtherConvenors {

    private final Deferrals deferrals;
    private final DeferralTiers tiers;
    private final DeferralEvents events;
    private final Ledger ledger;
    private final OtherTeams otherTeams;

    OtherConvenors(
            Deferrals deferrals, DeferralTiers tiers, DeferralEvents events, Ledger ledger, OtherTeams otherTeams) {
        this.deferrals = deferrals;
        this.tiers = tiers;
        this.events = events;
        this.ledger = ledger;
        this.otherTeams = otherTeams;
    }

    /** Whether it was the convenors who stood still, and there are others in the partnership who can take over. */
    @Transactional(readOnly = true)
    public boolean areNeeded(long deferralId) {
        String reviewId = deferrals.get(deferralId).reviewId();
        List<StoodStill> all = ledger.stoodStill(reviewId);
        return tiers.stoodStill(deferralId)
                && !all.isEmpty()
                && all.get(all.size() - 1)
                        .seatId()
                        .equals(otherTeams.now(reviewId).id())
                && otherTeams.next(reviewId).isPresent();
    }

    /** Hands what the convenors are asked in a review to those of another area, of the same county where there are any. */
    public void takeOver(long deferralId) {
        String reviewId = deferrals.get(deferralId).reviewId();
        Team next = otherTeams
                .next(reviewId)
                .orElseThrow(() -> new NoSuchElementException("There are no other convenors for " + reviewId + "."));
        Team before = otherTeams.now(reviewId);
        otherTeams.takeOver(reviewId, next, null, null);
        events.keepByItself(
                deferralId,
                DeferralEvent.Kind.HANDED_OVER,
                null,
                "%s did not act and did not choose; from now on %s do what they were asked."
                        .formatted(before.name(), next.called()));
    }
}
