package io.dovetail.workshop;

import io.dovetail.directory.Directory;
import io.dovetail.request.LastWord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is on record of a workshop, and how far it has got.
 */
@Component
class WorkshopRecords {

    private final WorkshopStore workshops;
    private final WorkshopDatesStore dates;
    private final AvailabilityStore availability;
    private final BookingStore bookings;
    private final AttendanceStore attendance;
    private final ScopeQuestionStore questions;
    private final Directory directory;

    WorkshopRecords(
            WorkshopStore workshops,
            WorkshopDatesStore dates,
            AvailabilityStore availability,
            BookingStore bookings,
            AttendanceStore attendance,
            ScopeQuestionStore questions,
            Directory directory) {
        this.workshops = workshops;
        this.dates = dates;
        this.availability = availability;
        this.bookings = bookings;
        this.attendance = attendance;
        this.questions = questions;
        this.directory = directory;
    }

    Workshop workshop(long workshopId) {
        return workshops.get(workshopId);
    }

    List<Workshop> ofReview(String reviewId) {
        return workshops.findByReviewIdOrderById(reviewId);
    }

    void close(Workshop workshop, Instant now) {
        workshops.save(workshop.closed(now));
    }

    ProposeDates dates(Workshop workshop) {
        return required(
                        dates.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt()),
                        "No dates are proposed yet for workshop",
                        workshop.number())
                .proposed();
    }

    Booking booking(Workshop workshop) {
        return booking(workshop, workshop.attempt());
    }

    Booking booking(Workshop workshop, int attempt) {
        return required(
                bookings.findByWorkshopIdAndAttempt(workshop.number(), attempt),
                "Nothing is booked yet for workshop",
                workshop.number());
    }

    Attendance attendance(Workshop workshop) {
        return required(
                attendance.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt()),
                "No attendance is recorded yet for workshop",
                workshop.number());
    }

    /** What each body said last to the dates of this attempt. */
    List<Availability> availability(Workshop workshop) {
        return LastWord.ofEach(
                availability.findByWorkshopIdAndAttemptOrderById(workshop.number(), workshop.attempt()),
                Availability::bodyId);
    }

    /** Whether dates were proposed for this attempt. */
    boolean hasDates(Workshop workshop) {
        return dates.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt()) != null;
    }

    /**
     * How far a workshop has got.
     *
     * @param now the moment at which it is asked
     * @param earliest the first day that still leaves time for what comes before a workshop
     */
    WorkshopProgress progress(Workshop workshop, Instant now, LocalDate earliest) {
        long number = workshop.number();
        int attempt = workshop.attempt();
        if (attendance.findByWorkshopIdAndAttempt(number, attempt) != null) {
            return scopeAgreed(workshop) ? WorkshopProgress.SCOPE_AGREED : WorkshopProgress.HELD;
        }
        Booking booking = bookings.findByWorkshopIdAndAttempt(number, attempt);
        if (booking != null) {
            boolean ahead = booking.time().ends().toInstant().isAfter(now);
            return ahead || booking.overAt() != null ? WorkshopProgress.BOOKED : WorkshopProgress.NO_DATES;
        }
        WorkshopDates latest = dates.findByWorkshopIdAndAttempt(number, attempt);
        return latest != null && latest.proposed().dates().stream().anyMatch(date -> !date.isBefore(earliest))
                ? WorkshopProgress.DATES_PROPOSED
                : WorkshopProgress.NO_DATES;
    }

    /** Whether the last of its questions has been written down. */
    boolean scopeAgreed(Workshop workshop) {
        List<ScopeQuestion> agreed = questions.findByReviewIdOrderById(workshop.reviewId()).stream()
                .filter(question -> question.workshopId() == workshop.number())
                .toList();
        return !agreed.isEmpty() && !agreed.get(agreed.size() - 1).anotherFollows();
    }

    /** The open workshop of a review for that purpose; the last one where there are several. */
    Optional<Workshop> stillOpen(String reviewId, Purpose purpose) {
        return ofReview(reviewId).stream()
                .filter(workshop -> workshop.purpose() == purpose && workshop.closedAt() == null)
                .reduce((earlier, later) -> later);
    }

    private String name(String bodyId) {
        return directory.body(bodyId).name();
    }

    List<Map<String, Object>> attendanceRows(Attendance held) {
        return held.invited().stream()
                .map(body -> Map.<String, Object>of(
                        "organisation", name(body.bodyId()), "there", body.present() ? "there" : "not there"))
                .sorted((a, b) ->
                        String.valueOf(a.get("organisation")).compareTo(String.valueOf(b.get("organisation"))))
                .toList();
    }

    static <T> T required(@Nullable T found, String fault, long workshopId) {
        if (found == null) {
            throw new IllegalStateException(fault + " " + workshopId + ".");
        }
        return found;
    }
}
