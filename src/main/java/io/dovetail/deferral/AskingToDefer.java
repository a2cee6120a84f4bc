package io.dovetail.deferral;

import io.dovetail.form.FormId;
import io.dovetail.form.Shown;
import io.dovetail.request.RequestSettings;
import io.dovetail.review.Reviews;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody reads before they ask to put a review off: how long it may wait, and what asking leads to. */
@Service
@Transactional(readOnly = true)
public class AskingToDefer {

    private final Reviews reviews;
    private final Ledger ledger;
    private final LongestWait longestWait;
    private final DeferralTiers tiers;
    private final RequestSettings requests;
    private final ObjectProvider<OtherReviews> otherReviews;

    // What is known of other reviews is kept by a room that knows postponements, so it is fetched when first needed.
    AskingToDefer(
            Reviews reviews,
            Ledger ledger,
            LongestWait longestWait,
            DeferralTiers tiers,
            RequestSettings requests,
            ObjectProvider<OtherReviews> otherReviews) {
        this.reviews = reviews;
        this.ledger = ledger;
        this.longestWait = longestWait;
        this.tiers = tiers;
        this.requests = requests;
        this.otherReviews = otherReviews;
    }

    /** What the form to ask for a postponement shows. */
    public Map<String, Object> shown(String reviewId) {
        Map<String, Object> shown = new LinkedHashMap<>(reviews.shown(reviewId, "deferReview"));
        shown.put(
                "explanation",
                "Say why, until when, what must be true by then, and what holds meanwhile for people in a crisis. Everybody"
                        + " who takes part reads it, and the others are asked what help they can offer.");
        shown.putAll(shownLimits(reviewId));
        return shown;
    }

    /** {@code longestWait}, with what the last tier forces, and {@code otherReview}, each a sentence or two. */
    Map<String, Object> shownLimits(String reviewId) {
        return Map.of(
                "longestWait",
                longestWait(reviewId) + choice(reviewId),
                // How it is with the county-wide review; empty if nobody has claimed one.
                "otherReview",
                otherReviews.getObject().standing(reviewId));
    }

    private String longestWait(String reviewId) {
        return "It would be put off for the %s time. It may wait %d working days at most, until %s."
                .formatted(
                        Deferrals.ordinal(ledger.nextNumber(reviewId)),
                        longestWait.days(reviewId),
                        Shown.day(longestWait.latestDay(reviewId)));
    }

    private String choice(String reviewId) {
        String choice =
                (" it does not wait but forces a choice. The convenor and the chair of the health and wellbeing board"
                                + " choose within %d working days. It starts with those who are there, goes on with an"
                                + " independent convenor, or is closed publicly.")
                        .formatted(requests.answerWithin(FormId.of(ChooseWay.class)));
        if (tiers.wouldBeLast(reviewId, true, ledger.daysLost(reviewId))) {
            return " **This is the last tier:" + choice + "**";
        }
        boolean withoutReason = tiers.wouldBeLast(reviewId, false, ledger.daysLost(reviewId));
        boolean onLatestDay =
                tiers.wouldBeLast(reviewId, true, ledger.daysLostIfPutOffTo(reviewId, longestWait.latestDay(reviewId)));
        if (withoutReason && onLatestDay) {
            return " **Without a reason, or if too many days are lost by then," + choice + "**";
        }
        if (withoutReason) {
            return " **Without a reason" + choice + "**";
        }
        return onLatestDay ? " **If too many days are lost by then," + choice + "**" : "";
    }
}
