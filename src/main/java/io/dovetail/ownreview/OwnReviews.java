package io.dovetail.ownreview;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.request.News;
import io.dovetail.request.NewsForReview;
import io.dovetail.review.OwnReviewAnswered;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reviews that bodies make by themselves, from the moment one becomes known until its findings are evidence: the steps of the model
 * {@code own-review}. Nothing here stops the common review.
 */
@Service
@Transactional
public class OwnReviews {

    private static final Logger LOG = LoggerFactory.getLogger(OwnReviews.class);

    private final OwnReviewStore ownReviews;
    private final OwnReviewRecords records;
    private final OwnReviewAnswers answers;
    private final Reviews reviews;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher announcements;
    private final Clock clock;

    OwnReviews(
            OwnReviewStore ownReviews,
            OwnReviewRecords records,
            OwnReviewAnswers answers,
            Reviews reviews,
            WorkingDays workingDays,
            ApplicationEventPublisher announcements,
            Clock clock) {
        this.ownReviews = ownReviews;
        this.records = records;
        this.answers = answers;
        this.reviews = reviews;
        this.workingDays = workingDays;
        this.announcements = announcements;
        this.clock = clock;
    }

    // Becoming known

    /**
     * Keeps what a body says of a review of its own; where one of it is known and has not ended, that is what it now says of that
     * one.
     *
     * @param actor a member of the body
     * @return its number
     */
    public long declare(String reviewId, DeclareOwnReview answer, Actor actor) {
        String bodyId = Objects.requireNonNull(actor.bodyId());
        long number = records.running(reviewId, bodyId)
                .orElseGet(() -> announce(reviewId, bodyId))
                .number();
        answers.keep(number, answer, actor);
        return number;
    }

    /** An answer to the proposal that says so makes an own review known; what it is about is asked next. */
    @EventListener
    void announceFromPosition(OwnReviewAnswered answered) {
        if (records.running(answered.reviewId(), answered.bodyId()).isEmpty()) {
            OwnReview announced = announce(answered.reviewId(), answered.bodyId());
            announcements.publishEvent(new NewsForReview(answered.reviewId(), News.OWN_REVIEW, announced.number()));
        }
    }

    private OwnReview announce(String reviewId, String bodyId) {
        LOG.info("Review {}: {} makes a review of its own.", reviewId, bodyId);
        return ownReviews.save(new OwnReview(null, reviewId, bodyId, clock.instant(), null));
    }

    // The steps of an own review, in their order

    /** The body, where it has yet to say what its own review is about. */
    @Transactional(readOnly = true)
    public List<String> toDeclare(long ownReviewId) {
        OwnReview own = records.get(ownReviewId);
        return records.declarations(ownReviewId).isEmpty() ? List.of(own.bodyId()) : List.of();
    }

    /**
     * Opens an own review to the others: from here on they are asked about it. Not while its scope and dates are unknown, and only
     * once.
     *
     * @return whether it has been opened by this
     */
    public boolean openUp(long ownReviewId) {
        return records.said(ownReviewId).isPresent() && ownReviews.open(ownReviewId, clock.instant());
    }

    /** The bodies that have yet to say whether they watch and what help they offer: all that take part but the one itself. */
    @Transactional(readOnly = true)
    public List<String> othersToAsk(long ownReviewId) {
        OwnReview own = records.get(ownReviewId);
        Set<String> answered = records.responses(ownReviewId).stream()
                .map(OwnReviewResponse::bodyId)
                .collect(Collectors.toSet());
        return reviews.bodyIds(own.reviewId()).stream()
                .filter(body -> !body.equals(own.bodyId()) && !answered.contains(body))
                .toList();
    }

    /**
     * When an own review ends, as the body said last: 17:00 in London on that day or on the next working day, and never in the
     * past.
     *
     * @throws IllegalStateException if the body has not said so
     */
    @Transactional(readOnly = true)
    public Date endsDueAt(long ownReviewId) {
        Instant end = end(ownReviewId);
        return Date.from(end.isBefore(clock.instant()) ? workingDays.dueAfter(clock.instant(), 0) : end);
    }

    /** Whether the body has meanwhile given its own review a later end, which is still to come. */
    @Transactional(readOnly = true)
    public boolean endMoved(long ownReviewId) {
        return end(ownReviewId).isAfter(clock.instant());
    }

    private Instant end(long ownReviewId) {
        return records.said(ownReviewId)
                .map(DeclareOwnReview::endsOn)
                .map(workingDays::closeOfDay)
                .orElseThrow(() -> new IllegalStateException("Own review " + ownReviewId + " has no end yet."));
    }

    /** The body, where it has yet to give its findings. */
    @Transactional(readOnly = true)
    public List<String> toReport(long ownReviewId) {
        OwnReview own = records.get(ownReviewId);
        return records.report(ownReviewId).isEmpty() ? List.of(own.bodyId()) : List.of();
    }
}
