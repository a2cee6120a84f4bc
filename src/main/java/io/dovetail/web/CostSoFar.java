package io.dovetail.web;

import io.dovetail.deferral.Ledger;
import io.dovetail.deferral.TierReached;
import org.springframework.stereotype.Component;

/** What postponements and standing still have cost a review so far. */
@Component
class CostSoFar {

    private final Ledger ledger;
    private final TierReached tierReached;

    CostSoFar(Ledger ledger, TierReached tierReached) {
        this.ledger = ledger;
        this.tierReached = tierReached;
    }

    /**
     * How much it has cost so far.
     *
     * @param times how often it was put off
     * @param daysLost working days lost in all, as it is today
     * @param tier the highest tier it has reached; 0 where it was not put off since it was proposed here, and has not stood still
     */
    record Figures(int times, int daysLost, int tier) {}

    Figures of(String reference) {
        return new Figures(ledger.times(reference), ledger.daysLost(reference), tierReached.of(reference));
    }
}
