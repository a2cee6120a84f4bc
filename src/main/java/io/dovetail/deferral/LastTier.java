package io.dovetail.deferral;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What mails and forms say once the last tier is reached: why nobody waits any longer, and what happens unless somebody chooses. */
@Component
@Transactional(readOnly = true)
public class LastTier {

    private final DeferralTiers tiers;
    private final OtherConvenors others;

    LastTier(DeferralTiers tiers, OtherConvenors others) {
        this.tiers = tiers;
        this.others = others;
    }

    /** Why a choice is forced, as a whole sentence. */
    public String why(long deferralId) {
        return tiers.stoodStill(deferralId)
                ? "This review stood still until the last tier was reached."
                : "This review has been put off too often to wait again.";
    }

    /** What happens unless somebody chooses in time, as the end of a sentence without its full stop. */
    public String otherwise(long deferralId) {
        return others.areNeeded(deferralId)
                ? "the review is handed to other convenors of the partnership"
                : "it starts with those who are there";
    }
}
