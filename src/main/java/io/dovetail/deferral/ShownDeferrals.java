package io.dovetail.deferral;

import io.dovetail.form.Shown;
import io.dovetail.offer.Offers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms show of a postponement: who asked and why, until when, what must be true by then, what was said to it. */
@Service
@Transactional(readOnly = true)
public class ShownDeferrals {

    static final String CHOOSE = "Choose with the chair of the health and wellbeing board how it goes on.";

    private static final String RESTART = " Restart the review; everybody who has not answered yet is asked again.";

    private final Deferrals deferrals;
    private final LastTier lastTier;
    private final DeferralVotes votes;
    private final DeferralEvents events;
    private final Ledger ledger;
    private final Offers offers;

    ShownDeferrals(
            Deferrals deferrals,
            LastTier lastTier,
            DeferralVotes votes,
            DeferralEvents events,
            Ledger ledger,
            Offers offers) {
        this.deferrals = deferrals;
        this.lastTier = lastTier;
        this.votes = votes;
        this.events = events;
        this.ledger = ledger;
        this.offers = offers;
    }

    /** What the form to restart a review shows, with what ended the wait. */
    Map<String, Object> restart(long deferralId) {
        return shown(deferralId, whyItGoesOn(deferralId) + RESTART);
    }

    /** Why a review is to be restarted now, as the mail says it. */
    String whyNow(long deferralId) {
        return RunningDeferral.endedBefore(events.of(deferralId))
                        .orElseGet(() -> "The review was put off until "
                                + Shown.day(ledger.latest(deferralId).newOn()) + ". That day has come.")
                + RESTART;
    }

    /** What the form for the choice at the last tier shows. */
    Map<String, Object> choice(long deferralId) {
        return shown(deferralId, whyChoose(deferralId));
    }

    /** Why somebody has to choose, and what happens if nobody does. */
    String whyChoose(long deferralId) {
        return lastTier.why(deferralId) + " " + CHOOSE + " If nobody chooses, " + lastTier.otherwise(deferralId) + ".";
    }

    private Map<String, Object> shown(long deferralId, String explanation) {
        Map<String, Object> shown = new LinkedHashMap<>(postponement(deferralId));
        shown.put("explanation", explanation);
        return shown;
    }

    private String whyItGoesOn(long deferralId) {
        return events.of(deferralId).stream()
                .filter(event -> event.kind().endsTheWait())
                .map(event -> switch (event.kind()) {
                    case REFUSED -> "The postponement was refused: " + Objects.requireNonNullElse(event.text(), "");
                    case RELEASED -> "The review has waited for another one as long as it may.";
                    default ->
                        "What was in the way is gone: “" + Shown.typed(Objects.requireNonNullElse(event.text(), ""))
                                + "”";
                })
                .findFirst()
                .orElse("This is the day on which the review goes on.");
    }

    /** {@code asked}, {@code reasons}, {@code responses}, {@code offers}. */
    Map<String, Object> postponement(long deferralId) {
        LedgerEntry entry = ledger.latest(deferralId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "asked",
                "Put off for the %s time, until %s, which costs %s."
                        .formatted(
                                Deferrals.ordinal(entry.number()), Shown.day(entry.newOn()), ledger.costs(deferralId)));
        shown.put(
                "reasons", deferrals.reasons(deferralId).stream().map(this::row).toList());
        shown.put(
                "responses",
                votes.of(deferralId).stream()
                        .map(answer -> Map.<String, Object>of(
                                "body", ledger.whose(answer.bodyId()),
                                "view", answer.label(),
                                "why", Objects.requireNonNullElse(answer.why(), ""),
                                "obstacle", Objects.requireNonNullElse(answer.obstacle(), "")))
                        .toList());
        shown.put("offers", offers.rows(deferralId));
        return shown;
    }

    private Map<String, Object> row(DeferralRequest request) {
        return Map.of(
                "body", ledger.whose(request),
                "why", Ledger.why(request),
                "needed", request.needed(),
                "safeguard", request.safeguard());
    }
}
