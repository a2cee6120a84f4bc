package io.dovetail.review;

import io.dovetail.directory.Directory;
import io.dovetail.form.Guide;
import io.dovetail.form.Shown;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What every form of a review shows before it asks anything: what it is about, what it cost so far, and who says what. */
@Component
class ReviewHead {

    private final ClaimStore claims;
    private final Participants participants;
    private final Directory directory;
    private final Guide guide;
    private final ObjectProvider<DeferralsSoFar> deferrals;

    // How often a review was put off is counted by a room that knows reviews, so it is fetched when first needed.
    ReviewHead(
            ClaimStore claims,
            Participants participants,
            Directory directory,
            Guide guide,
            ObjectProvider<DeferralsSoFar> deferrals) {
        this.claims = claims;
        this.participants = participants;
        this.directory = directory;
        this.guide = guide;
        this.deferrals = deferrals;
    }

    /**
     * What every form of a review shows: {@code guide}, {@code review}, {@code need} and {@code commitment} (Markdown, with
     * what people typed made safe), {@code record} (the address of the shared record), {@code putOff} (how often, since when,
     * what it cost and what has changed since, or an empty text), {@code ledger}, {@code claims} and, once everybody has answered the proposal,
     * {@code positions} (for tables), {@code bodies} (for lists to choose from).
     */
    Map<String, Object> shown(Review review, String situation) {
        String reviewId = review.reference();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("guide", guide.forSituation(situation));
        shown.put("review", "%s · %s".formatted(Shown.typed(review.title()), reviewId));
        shown.put("record", "/reviews/" + reviewId + "/record");
        shown.put("need", Shown.typed(review.proposal().need()));
        String whose = review.proposal().proposedByBody() == null
                ? review.proposal().proposedByName()
                : directory.body(review.proposal().proposedByBody()).name();
        shown.put("commitment", commitment(review.proposal().commitment(), whose, review.openedAt()));
        shown.putAll(shownDeferrals(reviewId));
        shown.put(
                "claims",
                claims.findByReviewIdOrderById(reviewId).stream()
                        .map(claim -> Map.<String, Object>of(
                                "claim", claim.text(),
                                "kind", claim.claimClass().label(),
                                "source", claim.source(),
                                "test", Shown.tested(claim.howTested(), claimant(claim))))
                        .toList());
        shown.put("bodies", participants.bodyOptions(reviewId));
        shown.put("positions", shownPositions(reviewId));
        return shown;
    }

    /** Whose claim it is, and so who sees to it that a hypothesis is tested. */
    private String claimant(Claim claim) {
        return claim.bodyId() == null
                ? claim.author().personName()
                : directory.body(claim.bodyId()).name();
    }

    /** How often a review has been put off, those times counted that came before it was proposed here. */
    int timesPutOff(String reviewId) {
        return deferrals.getObject().times(reviewId);
    }

    /** Whether a review is put off now. */
    boolean putOffNow(String reviewId) {
        return deferrals.getObject().putOffNow(reviewId);
    }

    private Map<String, Object> shownDeferrals(String reviewId) {
        DeferralsSoFar counted = deferrals.getObject();
        String changed = counted.changed(reviewId);
        return Map.of(
                "putOff",
                counted.sentence(reviewId)
                        + (changed.isEmpty()
                                ? ""
                                : " It goes on. What has changed: “%s”".formatted(Shown.typed(changed))),
                "ledger",
                counted.rows(reviewId));
    }

    /** A commitment as a form quotes it: whose it is and since when, in Markdown. */
    static String commitment(String text, String whose, Instant since) {
        return "“%s” (%s, %s)".formatted(Shown.typed(text), Shown.typed(whose), Shown.day(since));
    }

    /** Nothing while somebody has yet to answer: nobody is to wait for what the others say. */
    private List<Map<String, Object>> shownPositions(String reviewId) {
        Map<String, Position> latest = participants.latestPositions(reviewId);
        return latest.size() < participants.bodiesAsked(reviewId).size()
                ? List.of()
                : latest.values().stream().map(this::row).toList();
    }

    private Map<String, Object> row(Position position) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("body", directory.body(position.bodyId()).name());
        row.put("stance", position.stanceLabel());
        row.put("why", said(position, AnswerProposal::why));
        row.put("mandate", position.mandateLabel());
        row.put("lead", said(position, AnswerProposal::lead));
        row.put("help", said(position, AnswerProposal::help));
        row.put("commitment", said(position, AnswerProposal::commitment));
        row.put("on", Shown.day(position.givenAt()));
        return row;
    }

    private static String said(Position position, Function<AnswerProposal, @Nullable String> what) {
        return Optional.ofNullable(position.answer()).map(what).orElse("");
    }
}
