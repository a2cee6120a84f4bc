package io.dovetail.workshop;

import io.dovetail.directory.Body;
import io.dovetail.directory.Directory;
import io.dovetail.directory.Voice;
import io.dovetail.form.Shown;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The workshops of a review that took place and those to come, and what was missing where one had no quorum. */
@Component
class Meetings {

    private final WorkshopStore workshops;
    private final WorkshopDatesStore dates;
    private final BookingStore bookings;
    private final AttendanceStore attendance;
    private final MissedQuorumStore missedQuorums;
    private final InvitationStore invitations;
    private final Directory directory;

    Meetings(
            WorkshopStore workshops,
            WorkshopDatesStore dates,
            BookingStore bookings,
            AttendanceStore attendance,
            MissedQuorumStore missedQuorums,
            InvitationStore invitations,
            Directory directory) {
        this.workshops = workshops;
        this.dates = dates;
        this.bookings = bookings;
        this.attendance = attendance;
        this.missedQuorums = missedQuorums;
        this.invitations = invitations;
        this.directory = directory;
    }

    /**
     * Who was absent from the last attempt that had no quorum, in one sentence.
     *
     * @throws IllegalStateException if every attempt had one
     */
    String absent(Workshop workshop) {
        int missedAttempt = workshop.attempt() - 1;
        MissedQuorum missed = WorkshopRecords.required(
                missedQuorums.findByWorkshopIdAndAttempt(workshop.number(), missedAttempt),
                "No quorum was missed at workshop",
                workshop.number());
        Booking booking = WorkshopRecords.required(
                bookings.findByWorkshopIdAndAttempt(workshop.number(), missedAttempt),
                "Nothing was booked for workshop",
                workshop.number());
        Attendance held = WorkshopRecords.required(
                attendance.findByWorkshopIdAndAttempt(workshop.number(), missedAttempt),
                "No attendance was recorded for workshop",
                workshop.number());
        String bodies = byVoice(held.bodiesAbsent());
        return "The " + workshop.purpose().label() + " workshop on "
                + Shown.day(booking.time().heldOn())
                + " had no quorum: missing were " + String.join(", ", voices(missed))
                + (bodies.isEmpty()
                        ? ", although every organisation that was invited came."
                        : "; invited organisations that did not come, by voice: " + bodies + ".");
    }

    /** How many of each voice and which, in the same order whoever they are: nobody is singled out. */
    private String byVoice(Collection<String> bodyIds) {
        Map<Voice, List<String>> names = bodyIds.stream()
                .map(directory::body)
                .sorted(Comparator.comparing(Body::name))
                .collect(Collectors.groupingBy(
                        Body::voice,
                        () -> new EnumMap<>(Voice.class),
                        Collectors.mapping(Body::name, Collectors.toList())));
        // Names of organisations may have commas in them.
        return names.entrySet().stream()
                .map(voice -> voice.getKey().label() + " " + voice.getValue().size() + " ("
                        + String.join("; ", voice.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Why the dates are asked for again, or an empty text at the first attempt. */
    String whyAgain(Workshop workshop) {
        if (workshop.attempt() == 1) {
            return "";
        }
        MissedQuorum missed = missedQuorums.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt() - 1);
        Booking before = bookings.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt() - 1);
        if (missed == null || before == null) {
            return "This is attempt " + workshop.attempt()
                    + ". The dates that were proposed before cannot be kept, because the review was put off meanwhile.";
        }
        return "This is attempt " + workshop.attempt() + ". The workshop on "
                + Shown.day(before.time().heldOn()) + " could not decide; missing were: "
                + String.join(", ", voices(missed)) + ".";
    }

    static List<String> voices(@Nullable MissedQuorum missed) {
        return missed == null
                ? List.of()
                : missed.absentVoices().stream()
                        .map(MissedQuorum.AbsentVoice::voice)
                        .sorted()
                        .toList();
    }

    /** Every workshop of a review that took place, with or without a quorum, in the order in which they did. */
    List<Meeting> meetings(String reviewId) {
        return workshops.findByReviewIdOrderById(reviewId).stream()
                .flatMap(workshop -> IntStream.rangeClosed(1, workshop.attempt())
                        .mapToObj(attempt -> meeting(workshop, attempt))
                        .filter(Objects::nonNull))
                .toList();
    }

    private @Nullable Meeting meeting(Workshop workshop, int attempt) {
        Booking booked = bookings.findByWorkshopIdAndAttempt(workshop.number(), attempt);
        Attendance held = attendance.findByWorkshopIdAndAttempt(workshop.number(), attempt);
        if (booked == null || held == null) {
            return null;
        }
        return new Meeting(
                workshop.number(),
                workshop.purpose(),
                attempt,
                booked.time().heldOn(),
                booked.place(),
                booked.papersOn(),
                booked.paymentOffered(),
                held.bodiesPresent(),
                held.bodiesAbsent(),
                held.peopleWithLivedExperience(),
                held.carersPresent(),
                voices(missedQuorums.findByWorkshopIdAndAttempt(workshop.number(), attempt)),
                held.decisions(),
                held.livedExperienceView());
    }

    /**
     * The workshops of a review for which dates are proposed and which are still to be held: not those taken out of the calendars or
     * closed.
     */
    List<Planned> planned(String reviewId) {
        return workshops.findByReviewIdOrderById(reviewId).stream()
                .filter(workshop -> workshop.closedAt() == null
                        && attendance.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt()) == null)
                .map(this::planned)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean cancelled(Workshop workshop) {
        Invitation latest = invitations.findFirstByWorkshopIdOrderBySequenceDesc(workshop.number());
        return latest != null && !latest.holds();
    }

    private @Nullable Planned planned(Workshop workshop) {
        WorkshopDates proposed = dates.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt());
        Booking booking = bookings.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt());
        if (proposed == null || cancelled(workshop)) {
            return null;
        }
        return new Planned(
                workshop.purpose(),
                proposed.proposed().dates(),
                booking == null
                        ? null
                        : new Planned.Booked(
                                booking.time().heldOn(),
                                booking.time().startsAt(),
                                booking.time().endsAt(),
                                booking.place(),
                                booking.remoteLink(),
                                booking.papersOn(),
                                booking.paymentOffered(),
                                booking.note()));
    }
}
