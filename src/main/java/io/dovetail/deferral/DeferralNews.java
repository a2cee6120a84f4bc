package io.dovetail.deferral;

import io.dovetail.mail.Draft;
import io.dovetail.mail.MailTemplate;
import io.dovetail.mail.OneLine;
import io.dovetail.mail.Postbox;
import io.dovetail.review.Review;
import io.dovetail.review.ReviewClosed;
import io.dovetail.review.Reviews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells what becomes of a postponement: it is refused, the review goes on, or is closed. Whoever was told that the
 * review was put off is told this too.
 */
@Service
@Transactional
public class DeferralNews {

    private static final int LONGEST_QUOTE = 500;

    private final Deferrals deferrals;
    private final DeferralEvents events;
    private final DeferralTiers tiers;
    private final Ledger ledger;
    private final TierTable tierTable;
    private final Recipients recipients;
    private final Reviews reviews;
    private final Postbox postbox;

    DeferralNews(
            Deferrals deferrals,
            DeferralEvents events,
            DeferralTiers tiers,
            Ledger ledger,
            TierTable tierTable,
            Recipients recipients,
            Reviews reviews,
            Postbox postbox) {
        this.deferrals = deferrals;
        this.events = events;
        this.tiers = tiers;
        this.ledger = ledger;
        this.tierTable = tierTable;
        this.recipients = recipients;
        this.reviews = reviews;
        this.postbox = postbox;
    }

    /** Tells everybody who was told of a postponement that the organisations have refused it. */
    public void tellRefused(long deferralId) {
        String reviewId = deferrals.get(deferralId).reviewId();
        Map<String, Object> facts = facts(reviewId, List.of());
        facts.put(
                "votes",
                latest(deferralId, DeferralEvent.Kind.REFUSED)
                        .map(DeferralEvent::text)
                        .orElse("More organisations objected than consented."));
        tell(
                MailTemplate.DEFERRAL_REFUSED,
                reviewId,
                tiers.now(deferralId),
                afterRefusal(deferrals.whoAsked(deferralId)),
                facts);
    }

    /** Tells everybody who was told of a postponement that the review goes on, and how. */
    public void tellGoesOn(long deferralId) {
        Deferral deferral = deferrals.get(deferralId);
        String reviewId = deferral.reviewId();
        List<String> lines = new ArrayList<>();
        events.of(deferralId).stream()
                .filter(event -> event.kind().ending())
                .reduce((earlier, later) -> later)
                .ifPresent(event -> lines.add(said(event.kind().label() + by(event), event.text())));
        lines.add("It goes on with: " + deferral.stage().label());
        lines.add("Lost in all: " + Ledger.days(ledger.daysLost(reviewId)));
        Map<String, Object> facts = facts(reviewId, lines);
        facts.put("often", Ledger.often(ledger.times(reviewId)));
        tell(
                MailTemplate.GOES_ON,
                reviewId,
                tiers.now(deferralId),
                (role, reader) -> "Nothing now. What an organisation is asked next comes in a mail of its own.",
                facts);
    }

    /** Tells everybody who takes part, and everybody who was ever told that it was put off, that a review is closed, and why. */
    @EventListener
    void tellClosed(ReviewClosed closed) {
        String reviewId = closed.reviewId();
        List<String> lines = new ArrayList<>();
        String why = reviews.review(reviewId).closedWhy();
        lines.add(
                why == null || why.isBlank()
                        ? "No reason was given."
                        : "Why: “" + OneLine.quoted(why, LONGEST_QUOTE) + "”");
        int often = ledger.times(reviewId);
        if (often > 0) {
            lines.add("Put off " + Ledger.often(often) + ", in all " + Ledger.days(ledger.daysLost(reviewId)));
        }
        int tier = deferrals.ofReview(reviewId).stream()
                .mapToInt(deferral -> tiers.now(deferral.number()))
                .max()
                .orElse(1);
        tell(
                MailTemplate.CLOSED_PUBLICLY,
                reviewId,
                tier,
                (role, reader) -> "Nothing. What was asked and has not been answered is withdrawn.",
                facts(reviewId, lines));
    }

    /** Whoever restarts it is not told that nothing is asked of them. */
    private static Recipients.Asks afterRefusal(List<String> asking) {
        return (role, reader) -> {
            boolean restarts = role.equals("convenor")
                    || role.equals("partners") && reader.bodyIds().stream().anyMatch(asking::contains);
            if (restarts) {
                return "Please restart it in Tasklist (“Restart the review”).";
            }
            return "Nothing now. "
                    + (asking.isEmpty()
                            ? "The convenor restarts it."
                            : "Those who asked to put it off, or the convenor, restart it.");
        };
    }

    private void tell(
            MailTemplate template, String reviewId, int tier, Recipients.Asks asks, Map<String, Object> facts) {
        recipients
                .of(reviewId, tierTable.told(tier), asks)
                .forEach(told -> postbox.post(new Draft(template, reviewId, told.reader(), facts)));
    }

    private Map<String, Object> facts(String reviewId, List<String> lines) {
        Review review = reviews.review(reviewId);
        Map<String, Object> facts = new HashMap<>();
        facts.put("reviewTitle", review.title());
        facts.put("lines", lines);
        facts.put("link", postbox.link("/reviews/" + reviewId));
        return facts;
    }

    private Optional<DeferralEvent> latest(long deferralId, DeferralEvent.Kind kind) {
        return events.of(deferralId).stream()
                .filter(event -> event.kind() == kind)
                .reduce((earlier, later) -> later);
    }

    /** Whose doing it was: an organisation by name, as on the page for everybody. */
    private String by(DeferralEvent event) {
        String bodyId = event.bodyId();
        if (event.kind() != DeferralEvent.Kind.RESTARTED || event.author() == null) {
            return "";
        }
        return " by " + (bodyId == null ? "the convenors" : ledger.whose(bodyId));
    }

    private static String said(String what, @Nullable String text) {
        return text == null ? what : what + ": “" + OneLine.quoted(text, LONGEST_QUOTE) + "”";
    }
}
