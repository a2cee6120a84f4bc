package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The postponements of a review, each from the moment the review stops until it goes on. */
@Service
@Transactional
public class Deferrals {

    private final DeferralStore deferrals;
    private final DeferralResponseStore responses;
    private final DeferralEvents events;
    private final Ledger ledger;
    private final Reviews reviews;
    private final Clock clock;

    Deferrals(
            DeferralStore deferrals,
            DeferralResponseStore responses,
            DeferralEvents events,
            Ledger ledger,
            Reviews reviews,
            Clock clock) {
        this.deferrals = deferrals;
        this.responses = responses;
        this.events = events;
        this.ledger = ledger;
        this.reviews = reviews;
        this.clock = clock;
    }

    /** Opens a postponement of a review; returns its number. */
    public long open(String reviewId) {
        return deferrals
                .open(new Deferral(null, reviewId, reviews.review(reviewId).stage(), clock.instant()))
                .number();
    }

    /** Keeps from when until when a review is put off, now that it is entered in the ledger. */
    void keepDays(long deferralId, LocalDate from, LocalDate until) {
        deferrals.keepDays(deferralId, from, until, LocalDate.ofInstant(clock.instant(), WorkingDays.ZONE));
    }

    /** Closes a review publicly, for the reason that was chosen at the last tier, or with which its proposal was settled. */
    public void closePublicly(String reviewId) {
        reviews.closePublicly(
                reviewId,
                ofReview(reviewId).stream()
                        .flatMap(deferral -> happenings(deferral.number()).stream())
                        .filter(event -> event.kind() == DeferralEvent.Kind.CLOSED)
                        .map(DeferralEvent::text)
                        .filter(Objects::nonNull)
                        .reduce((earlier, later) -> later)
                        .orElse(null));
    }

    /** The postponements of a review, in the order in which they began. */
    @Transactional(readOnly = true)
    public List<Deferral> ofReview(String reviewId) {
        return deferrals.findByReviewIdOrderById(reviewId);
    }

    /** The postponement that has not ended yet, if a review is put off. */
    @Transactional(readOnly = true)
    public Optional<Deferral> running(String reviewId) {
        List<Deferral> all = deferrals.findByReviewIdOrderById(reviewId);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1))
                        .filter(last -> happenings(last.number()).stream()
                                .noneMatch(event -> event.kind().ending()));
    }

    /** Whether a review is under way and not put off; what is no review of a locality never is. */
    @Transactional(readOnly = true)
    public boolean canBePutOff(String reviewId) {
        return reviews.isUnderWay(reviewId) && running(reviewId).isEmpty();
    }

    /** What happened during a postponement, in the order in which it did. */
    @Transactional(readOnly = true)
    public List<DeferralEvent> happenings(long deferralId) {
        return events.of(deferralId);
    }

    /** What the other bodies said to a postponement, silence included. */
    @Transactional(readOnly = true)
    public List<DeferralResponse> responses(long deferralId) {
        return responses.findByDeferralIdOrderById(deferralId);
    }

    /** The requests behind a postponement, with every reason given. */
    @Transactional(readOnly = true)
    public List<DeferralRequest> reasons(long deferralId) {
        return ledger.reasons(deferralId, get(deferralId).reviewId());
    }

    /** The bodies that asked for a postponement; none where a workshop lacked a voice. */
    @Transactional(readOnly = true)
    public List<String> whoAsked(long deferralId) {
        return reasons(deferralId).stream()
                .map(DeferralRequest::bodyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A postponement by its number. */
    @Transactional(readOnly = true)
    public Deferral get(long deferralId) {
        return deferrals.get(deferralId);
    }

    /** A number as it counts: first, 2nd, 3rd. */
    static String ordinal(int number) {
        if (number == 1) {
            return "first";
        }
        int tens = number % 100;
        String end = tens > 10 && tens < 14
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + end;
    }
}
