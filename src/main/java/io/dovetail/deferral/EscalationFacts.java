package io.dovetail.deferral;

import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.mail.MailSettings;
import io.dovetail.mail.OneLine;
import io.dovetail.review.Position;
import io.dovetail.review.Positions;
import io.dovetail.review.Review;
import io.dovetail.review.Reviews;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What every mail about a postponement prints: who put it off and why, how long it cost, and what they had promised. */
@Component
class EscalationFacts {

    private static final int LONGEST_REASON = 500;

    private final Deferrals deferrals;
    private final Ledger ledger;
    private final Reviews reviews;
    private final Positions positions;
    private final Directory directory;
    private final MailSettings mail;

    EscalationFacts(
            Deferrals deferrals,
            Ledger ledger,
            Reviews reviews,
            Positions positions,
            Directory directory,
            MailSettings mail) {
        this.deferrals = deferrals;
        this.ledger = ledger;
        this.reviews = reviews;
        this.positions = positions;
        this.directory = directory;
        this.mail = mail;
    }

    /** As the templates name them; a map of the caller's own, who adds what is not the same for everybody. */
    Map<String, Object> of(long deferralId) {
        Deferral deferral = deferrals.get(deferralId);
        Review review = reviews.review(deferral.reviewId());
        LedgerEntry entry = ledger.latest(deferralId);
        List<DeferralRequest> reasons = deferrals.reasons(deferralId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title());
        facts.put("who", who(reasons));
        facts.put("number", Deferrals.ordinal(entry.number()));
        facts.put("often", Ledger.often(entry.number()));
        facts.put("stage", deferral.stage().label());
        facts.put("oldOn", Shown.day(entry.oldOn()));
        facts.put("newOn", Shown.day(entry.newOn()));
        facts.put("daysLost", ledger.costs(deferralId));
        facts.put("daysLostInAll", Ledger.days(ledger.daysLost(deferral.reviewId())));
        facts.put(
                "reasons",
                reasons.stream()
                        .map(reason -> ledger.whose(reason) + ": " + OneLine.quoted(Ledger.why(reason), LONGEST_REASON))
                        .toList());
        facts.put(
                "needed",
                reasons.stream()
                        .map(reason -> OneLine.quoted(reason.needed(), LONGEST_REASON))
                        .distinct()
                        .toList());
        facts.put(
                "safeguards",
                reasons.stream()
                        .map(reason -> OneLine.quoted(reason.safeguard(), LONGEST_REASON))
                        .distinct()
                        .toList());
        facts.put("promises", promises(review, deferrals.whoAsked(deferralId)));
        facts.put(
                "takenAway",
                reasons.stream().anyMatch(DeferralRequest::takenAway)
                        ? "It was offered to sort this out alone. It is worked out together instead: a workshop of all"
                                + " organisations is being called."
                        : "");
        facts.put("link", mail.link("/reviews/" + review.reference()));
        return facts;
    }

    private String who(List<DeferralRequest> reasons) {
        return reasons.stream()
                .map(reason -> reason.bodyId() == null ? withinASentence(ledger.whose(reason)) : ledger.whose(reason))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    /** What is no organisation has no name of its own: "a workshop without a quorum". */
    private static String withinASentence(String who) {
        return who.substring(0, 1).toLowerCase(Locale.UK) + who.substring(1);
    }

    /** What the bodies that asked had promised, in their own words; where they promised nothing, what the proposer did. */
    private List<String> promises(Review review, List<String> asked) {
        List<String> theirs = positions.all(review.reference()).stream()
                .filter(position -> asked.contains(position.bodyId()) && position.commitment() != null)
                .collect(Collectors.toMap(Position::bodyId, position -> position, (earlier, later) -> later))
                .values()
                .stream()
                .map(position -> directory.body(position.bodyId()).name() + ", on " + Shown.day(position.givenAt())
                        + ": “" + OneLine.quoted(Objects.requireNonNullElse(position.commitment(), ""), LONGEST_REASON)
                        + "”")
                .toList();
        String body = review.proposal().proposedByBody();
        return theirs.isEmpty()
                ? List.of((body == null
                                ? review.proposal().proposedByName()
                                : directory.body(body).name()) + ", on " + Shown.day(review.openedAt()) + ": “"
                        + OneLine.quoted(review.proposal().commitment(), LONGEST_REASON) + "”")
                : theirs;
    }
}
