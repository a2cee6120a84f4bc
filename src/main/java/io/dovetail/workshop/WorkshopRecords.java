package io.dovetail.workshop;

import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import io.dovetail.request.LastWord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is on record of a workshop, in the words and rows that its forms show. */
@Component
class WorkshopRecords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private final WorkshopStore workshops;
    private final WorkshopDatesStore dates;
    private final AvailabilityStore availability;
    private final BookingStore bookings;
    private final AttendanceStore attendance;
    private final MissedQuorumStore missedQuorums;
    private final ScopeQuestionStore questions;
    private final InvitationStore invitations;
    private final Directory directory;

    WorkshopRecords(
            WorkshopStore workshops,
            WorkshopDatesStore dates,
            AvailabilityStore availability,
            BookingStore bookings,
            AttendanceStore attendance,
            MissedQuorumStore missedQuorums,
            ScopeQuestionStore questions,
            InvitationStore invitations,
            Directory directory) {
        this.workshops = workshops;
        this.dates = dates;
        this.availability = availability;
        this.bookings = bookings;
        this.attendance = attendance;
        this.missedQuorums = missedQuorums;
        this.questions = questions;
        this.invitations = invitations;
        this.directory = directory;
    }

    Workshop workshop(long workshopId) {
        return required(workshops.findById(workshopId), "There is no workshop", workshopId);
    }

    WorkshopDates dates(Workshop workshop) {
        return required(
                dates.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt()),
                "No dates are proposed yet for workshop",
                workshop.number());
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
     * Where a workshop stands.
     *
     * @param now the moment at which it is asked
     * @param earliest the first day that still leaves time for the papers
     */
    Standing standing(Workshop workshop, Instant now, LocalDate earliest) {
        long number = workshop.number();
        int attempt = workshop.attempt();
        if (attendance.findByWorkshopIdAndAttempt(number, attempt) != null) {
            return scopeAgreed(workshop) ? Standing.SCOPE_AGREED : Standing.HELD;
        }
        Booking booking = bookings.findByWorkshopIdAndAttempt(number, attempt);
        if (booking != null) {
            boolean ahead = booking.endsAt().isAfter(now);
            return ahead || booking.overAt() != null ? Standing.BOOKED : Standing.NO_DATES;
        }
        WorkshopDates proposed = dates.findByWorkshopIdAndAttempt(number, attempt);
        return proposed != null && proposed.all().stream().anyMatch(date -> !date.isBefore(earliest))
                ? Standing.DATES_STAND
                : Standing.NO_DATES;
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
        return workshops.findByReviewIdOrderById(reviewId).stream()
                .filter(workshop -> workshop.purpose() == purpose && workshop.closedAt() == null)
                .reduce((earlier, later) -> later);
    }

    /**
     * Who was absent from the last attempt that had no quorum, in one sentence.
     *
     * @throws IllegalStateException if every attempt had one
     */
    String absent(Workshop workshop) {
        int missedAttempt = workshop.attempt() - 1;
        MissedQuorum missed = required(
                missedQuorums.findByWorkshopIdAndAttempt(workshop.number(), missedAttempt),
                "No quorum was missed at workshop",
                workshop.number());
        Booking booking = required(
                bookings.findByWorkshopIdAndAttempt(workshop.number(), missedAttempt),
                "Nothing was booked for workshop",
                workshop.number());
        Attendance held = required(
                attendance.findByWorkshopIdAndAttempt(workshop.number(), missedAttempt),
                "No attendance was recorded for workshop",
                workshop.number());
        // Names of organisations may have commas in them.
        String bodies = held.bodiesAbsent().stream().map(this::name).sorted().collect(Collectors.joining("; "));
        return "The " + workshop.purpose().label() + " workshop on " + Shown.day(booking.heldOn())
                + " had no quorum: missing were " + String.join(", ", voices(missed))
                + (bodies.isEmpty()
                        ? ", although every organisation that was invited came."
                        : "; these organisations were invited and did not come: " + bodies + ".");
    }

    String name(String bodyId) {
        return directory.body(bodyId).name();
    }

    Set<RoomVoice> voices(List<String> bodyIds) {
        Set<RoomVoice> voices = EnumSet.noneOf(RoomVoice.class);
        bodyIds.forEach(id -> voices.add(RoomVoice.of(directory.body(id))));
        return voices;
    }

    long count(List<String> bodyIds, RoomVoice voice) {
        return bodyIds.stream()
                .map(directory::body)
                .filter(body -> RoomVoice.of(body) == voice)
                .count();
    }

    /** A date with its weekday, which people look for when they agree a day. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** When and where the workshop is held, as one line of Markdown. */
    static String whenAndWhere(Booking booking) {
        return day(booking.heldOn()) + ", " + booking.starts() + " to " + booking.ends() + ", "
                + Shown.typed(booking.place());
    }

    /** When a proposed date would begin and end. */
    static String time(WorkshopDates proposed) {
        return proposed.starts() + " to "
                + proposed.starts().plus(proposed.length().duration());
    }

    /** What each proposed date would bring into the room. */
    List<ProposedDate> weighed(WorkshopDates proposed, List<Availability> answers) {
        Set<RoomVoice> asked = voices(answers.stream().map(Availability::bodyId).toList());
        return IntStream.rangeClosed(1, Places.COUNT)
                .mapToObj(place -> {
                    LocalDate date = proposed.date(place);
                    if (date == null) {
                        return null;
                    }
                    List<String> coming =
                            bodies(answers, can -> can == CanCome.CAN_COME || can == CanCome.ONLY_ONLINE, place);
                    Set<RoomVoice> missing = EnumSet.noneOf(RoomVoice.class);
                    missing.addAll(asked);
                    missing.removeAll(voices(coming));
                    return new ProposedDate(date, coming.size(), answers.size(), missing);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    /** One row for each proposed date: who can come, who only online, who cannot, who did not answer. */
    List<Map<String, Object>> availabilityRows(WorkshopDates proposed, List<Availability> answers) {
        return IntStream.rangeClosed(1, Places.COUNT)
                .mapToObj(place -> {
                    LocalDate date = proposed.date(place);
                    if (date == null) {
                        return null;
                    }
                    return Map.<String, Object>of(
                            "date", day(date),
                            "canCome", names(bodies(answers, can -> can == CanCome.CAN_COME, place)),
                            "onlyOnline", names(bodies(answers, can -> can == CanCome.ONLY_ONLINE, place)),
                            "cannot", names(bodies(answers, can -> can == CanCome.CANNOT, place)),
                            "noAnswer", names(bodies(answers, Objects::isNull, place)));
                })
                .filter(Objects::nonNull)
                .toList();
    }

    /** What each body's people need. For the convenor only: it may say something about a person's health. */
    List<Map<String, Object>> needRows(List<Availability> answers) {
        return answers.stream()
                .filter(answer -> !answer.silent())
                .map(answer -> Map.<String, Object>of(
                        "organisation",
                        name(answer.bodyId()),
                        "people",
                        answer.peopleWithLivedExperience(),
                        "papers",
                        answer.papersFormat() == null
                                ? ""
                                : answer.papersFormat().label(),
                        "accessNeeds",
                        Objects.requireNonNullElse(answer.accessNeeds(), "")))
                .toList();
    }

    List<Map<String, Object>> attendanceRows(Attendance held) {
        return held.invited().stream()
                .map(body -> Map.<String, Object>of(
                        "organisation", name(body.bodyId()), "there", body.present() ? "there" : "not there"))
                .sorted((a, b) ->
                        String.valueOf(a.get("organisation")).compareTo(String.valueOf(b.get("organisation"))))
                .toList();
    }

    /** The dovetail matrix of a review for a table. */
    List<Map<String, Object>> scopeRows(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId).stream()
                .map(row -> {
                    Map<String, Object> cells = new LinkedHashMap<>();
                    cells.put("question", row.question());
                    cells.put("supportBeforeCrisis", row.supportBeforeCrisis().label());
                    cells.put("urgentAccess", row.urgentAccess().label());
                    cells.put("qualityInCrisis", row.qualityInCrisis().label());
                    cells.put("recovery", row.recovery().label());
                    return cells;
                })
                .toList();
    }

    /** What the local review looks at, for a table. */
    List<Map<String, Object>> askedHere(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId).stream()
                .map(row -> Map.<String, Object>of(
                        "question",
                        row.question(),
                        "here",
                        Stream.concat(
                                        areas(row, LookedAt.LOCAL),
                                        areas(row, LookedAt.BOTH).map(area -> area + " (the county too)"))
                                .collect(Collectors.joining("; "))))
                .filter(row -> !"".equals(row.get("here")))
                .toList();
    }

    /** What only the county looks at, or nobody, for a table. */
    List<Map<String, Object>> notAskedHere(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId).stream()
                .map(row -> Map.<String, Object>of(
                        "question",
                        row.question(),
                        "county",
                        areas(row, LookedAt.COUNTY).collect(Collectors.joining("; ")),
                        "neither",
                        areas(row, LookedAt.NEITHER).collect(Collectors.joining("; "))))
                .filter(row -> !("".equals(row.get("county")) && "".equals(row.get("neither"))))
                .toList();
    }

    private static Stream<String> areas(ScopeQuestion row, LookedAt by) {
        return Arrays.stream(CrisisCareArea.values())
                .filter(area -> row.in(area) == by)
                .map(CrisisCareArea::label);
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
        return "This is attempt " + workshop.attempt() + ". The workshop on " + Shown.day(before.heldOn())
                + " could not decide; missing were: " + String.join(", ", voices(missed)) + ".";
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
                booked.heldOn(),
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
        return latest != null && !latest.stands();
    }

    private @Nullable Planned planned(Workshop workshop) {
        WorkshopDates proposed = dates.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt());
        Booking booking = bookings.findByWorkshopIdAndAttempt(workshop.number(), workshop.attempt());
        if (proposed == null || cancelled(workshop)) {
            return null;
        }
        return new Planned(
                workshop.purpose(),
                proposed.all(),
                booking == null
                        ? null
                        : new Planned.Booked(
                                booking.heldOn(),
                                booking.starts(),
                                booking.ends(),
                                booking.place(),
                                booking.remoteLink(),
                                booking.papersOn(),
                                booking.paymentOffered(),
                                booking.note()));
    }

    private String names(List<String> bodyIds) {
        return bodyIds.stream().map(this::name).collect(Collectors.joining(", "));
    }

    private static List<String> bodies(List<Availability> answers, Predicate<@Nullable CanCome> which, int place) {
        return answers.stream()
                .filter(answer -> which.test(answer.can(place)))
                .map(Availability::bodyId)
                .toList();
    }

    private static <T> T required(@Nullable T found, String fault, long workshopId) {
        if (found == null) {
            throw new IllegalStateException(fault + " " + workshopId + ".");
        }
        return found;
    }
}
