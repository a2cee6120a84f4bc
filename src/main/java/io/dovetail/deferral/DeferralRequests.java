package io.dovetail.deferral;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who asks to put a review off, why and until when. What was said is never changed. */
@Service
@Transactional
public class DeferralRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DeferralRequests.class);
    private static final String NOT_SAID = "Nothing was said about it.";

    private final DeferralRequestStore requests;
    private final Deferrals deferrals;
    private final Ledger ledger;
    private final LongestWait longestWait;
    private final ApplicationEventPublisher announcements;
    private final ObjectProvider<OtherReviews> otherReviews;
    private final Clock clock;

    // What is known of other reviews is kept by a room that knows postponements, so it is fetched when first needed.
    DeferralRequests(
            DeferralRequestStore requests,
            Deferrals deferrals,
            Ledger ledger,
            LongestWait longestWait,
            ApplicationEventPublisher announcements,
            ObjectProvider<OtherReviews> otherReviews,
            Clock clock) {
        this.requests = requests;
        this.deferrals = deferrals;
        this.ledger = ledger;
        this.longestWait = longestWait;
        this.announcements = announcements;
        this.otherReviews = otherReviews;
        this.clock = clock;
    }

    /**
     * Keeps that a body asks to put a review off, and why.
     *
     * @throws Refused if the day is later than a postponement may last, or the reason is a county review that nobody confirmed
     */
    public void request(String reviewId, DeferReview answer, Actor actor) {
        if (answer.category() == DeferralReason.OTHER_REVIEW) {
            String fault = otherReviews.getObject().whyNoReason(reviewId);
            if (fault != null) {
                throw new Refused(fault);
            }
        }
        LocalDate latest = longestWait.latestDay(reviewId);
        if (answer.newOn().isAfter(latest)) {
            throw new Refused(
                    "Put off for the %s time, a review may wait %d working days at most, until %s; please choose an earlier day."
                            .formatted(
                                    Deferrals.ordinal(ledger.nextNumber(reviewId)),
                                    longestWait.days(reviewId),
                                    Shown.day(latest)));
        }
        String reason = answer.reason();
        requests.save(new DeferralRequest(
                null,
                reviewId,
                actor.bodyId(),
                answer.category(),
                answer.category() == DeferralReason.NO_REASON ? null : reason,
                answer.newOn(),
                answer.needed(),
                answer.safeguard(),
                answer.takenAway(),
                Author.of(actor),
                clock.instant()));
        LOG.info("Review {}: {} asks to put it off.", reviewId, actor.bodyId());
    }

    /** Keeps that a body which asked to put a review off gave no reason when it was asked for one. */
    void requestUnexplained(BodyRequest request) {
        requests.save(withoutWords(
                request.reviewId(),
                request.bodyId(),
                DeferralReason.NO_REASON,
                null,
                longestWait.dayUnlessNamed(request.reviewId()),
                NOT_SAID));
    }

    /**
     * Keeps that a workshop lacked a voice, which puts the review off.
     *
     * @param absent who was absent, in one sentence
     */
    public void requestForNoQuorum(String reviewId, String absent) {
        requests.save(withoutWords(
                reviewId,
                null,
                DeferralReason.NO_QUORUM,
                "The workshop was held without a quorum. " + absent,
                longestWait.dayUnlessNamed(reviewId),
                "Every voice can come on the next date."));
        announcements.publishEvent(new NewsForReview(reviewId, News.PUT_OFF, null));
    }

    /** Puts a local review off that has stood still until the last tier was reached, which forces a choice; not one that is put off. */
    @EventListener
    void forceChoice(LastTierReached reached) {
        if (deferrals.canBePutOff(reached.reviewId())) {
            requests.save(withoutWords(
                    reached.reviewId(),
                    null,
                    DeferralReason.OTHER,
                    reached.what(),
                    longestWait.dayOfChoice(),
                    "Somebody does what is to be done."));
            announcements.publishEvent(new NewsForReview(reached.reviewId(), News.PUT_OFF, null));
        }
    }

    private DeferralRequest withoutWords(
            String reviewId,
            @Nullable String bodyId,
            DeferralReason category,
            @Nullable String reason,
            LocalDate newOn,
            String needed) {
        return new DeferralRequest(
                null, reviewId, bodyId, category, reason, newOn, needed, NOT_SAID, false, null, clock.instant());
    }
}
