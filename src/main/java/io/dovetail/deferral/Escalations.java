package io.dovetail.deferral;

import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.Notice;
import io.dovetail.mail.Postbox;
import io.dovetail.mail.Relevance;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those whom a postponement concerns, one mail a person: what was promised, how often and how long it has been put off and why,
 * and what is asked of this reader by when. None of these mails leaves once the review goes on.
 */
@Service
@Transactional
public class Escalations implements Relevance {

    private static final Set<MailTemplate> OURS =
            EnumSet.of(MailTemplate.DEFERRAL, MailTemplate.RESTART_OVERDUE, MailTemplate.ON_TRACK);

    private final Deferrals deferrals;
    private final DeferralTiers tiers;
    private final Ledger ledger;
    private final Recipients recipients;
    private final EscalationFacts facts;
    private final EscalationAsks asks;
    private final Postbox postbox;

    Escalations(
            Deferrals deferrals,
            DeferralTiers tiers,
            Ledger ledger,
            Recipients recipients,
            EscalationFacts facts,
            EscalationAsks asks,
            Postbox postbox) {
        this.deferrals = deferrals;
        this.tiers = tiers;
        this.ledger = ledger;
        this.recipients = recipients;
        this.facts = facts;
        this.asks = asks;
        this.postbox = postbox;
    }

    /**
     * Tells of a postponement that has been entered, or of a restart that is overdue.
     *
     * @param occasion {@code putOff} or {@code restartOverdue}
     * @param roles whom the decision {@code escalation-recipients} names
     * @param vote whether the decision {@code deferral-tier} has the organisations vote on it
     */
    public void tell(long deferralId, String occasion, Collection<String> roles, boolean vote) {
        boolean overdue = switch (occasion) {
            case "putOff" -> false;
            case "restartOverdue" -> true;
            default -> throw new IllegalArgumentException("Nobody is told on the occasion " + occasion + ".");
        };
        String reviewId = deferrals.get(deferralId).reviewId();
        int tier = tiers.now(deferralId);
        MailTemplate template = overdue ? MailTemplate.RESTART_OVERDUE : MailTemplate.DEFERRAL;
        Map<String, Object> printed = facts.of(deferralId);
        // The tables are asked once for each role, not for each of its readers.
        Map<String, String> notes = new HashMap<>();
        recipients
                .of(reviewId, roles, overdue ? asks.restartOverdue(deferralId, tier) : asks.putOff(deferralId, tier))
                .forEach(told -> {
                    printed.put(
                            "tierNote",
                            notes.computeIfAbsent(
                                    told.role(), role -> asks.tierNote(deferralId, tier, vote && !overdue, role)));
                    postbox.post(new Draft(template, reviewId, told.reader(), printed));
                });
    }

    /** Asks those who put a review off, half-way, whether they are on track. */
    public void askOnTrack(long deferralId) {
        String reviewId = deferrals.get(deferralId).reviewId();
        LedgerEntry entry = ledger.latest(deferralId);
        Map<String, Object> printed = facts.of(deferralId);
        recipients
                .whoMayRestart(reviewId, deferrals.whoAsked(deferralId))
                .forEach(reader -> postbox.post(new Draft(
                        MailTemplate.ON_TRACK,
                        reviewId,
                        reader.asked(EscalationAsks.onTrack(entry, reader)),
                        printed)));
    }

    @Override
    public Optional<String> whyNoLonger(Notice notice) {
        if (!OURS.contains(notice.template())) {
            return Optional.empty();
        }
        return deferrals
                        .running(notice.review())
                        .filter(running -> !running.openedAt().isAfter(notice.queuedAt()))
                        .isPresent()
                ? Optional.empty()
                : Optional.of("The review has gone on meanwhile.");
    }
}
