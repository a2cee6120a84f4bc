package io.dovetail.workshop;

import io.dovetail.request.LastWord;
import io.dovetail.request.Said;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joint workshops: the steps of the model {@code joint-workshop}. A workshop without a quorum stays the same workshop and goes back to
 * new dates; what was recorded of an attempt is never changed.
 */
@Service
@Transactional
public class Workshops {

    private final WorkshopRecords records;
    private final WorkshopStore workshops;
    private final BookingStore bookings;
    private final ConfirmationStore confirmations;
    private final Reviews reviews;
    private final TimeForPapers papers;
    private final Clock clock;
    private final Meetings meetings;

    Workshops(
            WorkshopRecords records,
            WorkshopStore workshops,
            BookingStore bookings,
            ConfirmationStore confirmations,
            Reviews reviews,
            TimeForPapers papers,
            Clock clock,
            Meetings meetings) {
        this.records = records;
        this.workshops = workshops;
        this.bookings = bookings;
        this.confirmations = confirmations;
        this.reviews = reviews;
        this.papers = papers;
        this.clock = clock;
        this.meetings = meetings;
    }

    /**
     * Opens a workshop, or comes back to the scoping workshop that is still open since a postponement: it goes on from where it was. Where
     * its dates cannot be kept any more it becomes a new attempt, so that what was said to the old ones stays. A workshop to
     * solve problems belongs to one postponement; the next holds its own.
     *
     * @param purpose {@code scoping}, {@code troubleshooting} or {@code findings}
     * @return its number
     * @throws IllegalArgumentException if there is no such purpose
     */
    public long open(String reviewId, String purpose) {
        Purpose wanted = Purpose.named(purpose);
        Workshop stillOpen =
                wanted == Purpose.SCOPING ? records.stillOpen(reviewId, wanted).orElse(null) : null;
        if (stillOpen == null) {
            return workshops
                    .save(new Workshop(null, reviewId, wanted, 1, clock.instant(), null))
                    .number();
        }
        if (progress(stillOpen) == WorkshopProgress.NO_DATES && records.hasDates(stillOpen)) {
            workshops.save(stillOpen.nextAttempt());
        }
        return stillOpen.number();
    }

    /** Whether dates are proposed and one of them at least can still be booked in the time given for it, so that they need not be proposed again. */
    @Transactional(readOnly = true)
    public boolean datesProposed(long workshopId) {
        return is(workshopId, WorkshopProgress.DATES_PROPOSED);
    }

    /** Whether it is booked, and its day is still ahead or was reached without its record being written yet. */
    @Transactional(readOnly = true)
    public boolean booked(long workshopId) {
        return is(workshopId, WorkshopProgress.BOOKED);
    }

    /** Whether it was held and the scope, where it has to agree one, is not complete. */
    @Transactional(readOnly = true)
    public boolean held(long workshopId) {
        return is(workshopId, WorkshopProgress.HELD);
    }

    /** Whether the last question that it agreed has been written down, so that only the record is to be confirmed. */
    @Transactional(readOnly = true)
    public boolean scopeAgreed(long workshopId) {
        return is(workshopId, WorkshopProgress.SCOPE_AGREED);
    }

    /** Whether it is held to agree a scope; one that solves problems has none to agree. */
    @Transactional(readOnly = true)
    public boolean agreesScope(long workshopId) {
        return records.workshop(workshopId).purpose() == Purpose.SCOPING;
    }

    private boolean is(long workshopId, WorkshopProgress where) {
        return progress(records.workshop(workshopId)) == where;
    }

    private WorkshopProgress progress(Workshop workshop) {
        boolean somebodyIsAsked = !Said.yetToAnswer(
                        reviews.bodyIds(workshop.reviewId()), records.availability(workshop))
                .isEmpty();
        return records.progress(workshop, clock.instant(), papers.soonest(somebodyIsAsked));
    }

    /** The bodies to ask whether the record is right: those that are invited and have not answered, silence included. */
    @Transactional(readOnly = true)
    public List<String> toConfirm(long workshopId) {
        String reviewId = records.workshop(workshopId).reviewId();
        return Said.yetToAnswer(
                reviews.bodyIds(reviewId),
                confirmations(reviewId).stream()
                        .filter(answer -> answer.workshopId() == workshopId)
                        .toList());
    }

    /** When the booked workshop ends; its time of day is read in Europe/London. None while nothing is booked. */
    @Transactional(readOnly = true)
    public @Nullable Date endDueAt(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Booking booking = bookings.findByWorkshopIdAndAttempt(workshopId, workshop.attempt());
        return booking == null ? null : Date.from(booking.time().ends().toInstant());
    }

    /** Notes that the hour of the booked workshop is over, so that its record is still waited for if the review is put off in between. */
    public void noteOver(long workshopId) {
        Booking booking = records.booking(records.workshop(workshopId));
        if (booking.overAt() == null) {
            bookings.noteOver(
                    booking.workshopId(), booking.attempt(), clock.instant().atOffset(ZoneOffset.UTC));
        }
    }

    /** Closes a workshop once every body has had its say on the record. */
    public void close(long workshopId) {
        records.close(records.workshop(workshopId), clock.instant());
    }

    /** Every workshop of a review that took place, with or without a quorum, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<Meeting> meetings(String reviewId) {
        return meetings.meetings(reviewId);
    }

    /** The workshops of a review for which dates are proposed and which are still to be held: not those taken out of the calendars. */
    @Transactional(readOnly = true)
    public List<Planned> planned(String reviewId) {
        return meetings.planned(reviewId);
    }

    /** What each body said last to the record of each of a review's workshops, silence included. */
    @Transactional(readOnly = true)
    public List<Confirmation> confirmations(String reviewId) {
        return LastWord.ofEach(
                confirmations.findByReviewIdOrderById(reviewId), answer -> answer.bodyId() + " " + answer.workshopId());
    }
}
