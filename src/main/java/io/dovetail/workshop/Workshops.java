package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.request.LastWord;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joint workshops: the steps of the model {@code joint-workshop}, and what is on record of them. A workshop without a quorum
 * stays the same workshop and goes back to new dates; what was recorded of an attempt is never changed.
 */
@Service
@Transactional
public class Workshops {

    /** How many days are offered where none of the proposed ones leaves time for the papers any more. */
    private static final int DAYS_OFFERED_INSTEAD = 5;

    private final WorkshopRecords records;
    private final WorkshopStore workshops;
    private final WorkshopDatesStore dates;
    private final BookingStore bookings;
    private final AttendanceStore attendance;
    private final MissedQuorumStore missedQuorums;
    private final ScopeQuestionStore questions;
    private final ConfirmationStore confirmations;
    private final Reviews reviews;
    private final WorkingDays workingDays;
    private final WorkshopSettings settings;
    private final Clock clock;

    Workshops(
            WorkshopRecords records,
            WorkshopStore workshops,
            WorkshopDatesStore dates,
            BookingStore bookings,
            AttendanceStore attendance,
            MissedQuorumStore missedQuorums,
            ScopeQuestionStore questions,
            ConfirmationStore confirmations,
            Reviews reviews,
            WorkingDays workingDays,
            WorkshopSettings settings,
            Clock clock) {
        this.records = records;
        this.workshops = workshops;
        this.dates = dates;
        this.bookings = bookings;
        this.attendance = attendance;
        this.missedQuorums = missedQuorums;
        this.questions = questions;
        this.confirmations = confirmations;
        this.reviews = reviews;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a workshop, or comes back to the scoping workshop that is still open since a put-off: it goes on from where it was. Where
     * its dates cannot be kept any more it becomes a new attempt, so that what was said to the old ones stays. A workshop to
     * solve problems belongs to one put-off; the next holds its own.
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
        if (standing(stillOpen) == Standing.NO_DATES && records.hasDates(stillOpen)) {
            workshops.save(stillOpen.nextAttempt());
        }
        return stillOpen.number();
    }

    /** Whether dates are proposed and one of them at least can still be booked, so that they need not be proposed again. */
    @Transactional(readOnly = true)
    public boolean datesStand(long workshopId) {
        return stands(workshopId, Standing.DATES_STAND);
    }

    /** Whether it is booked, and its day is still ahead or was reached without its record being written yet. */
    @Transactional(readOnly = true)
    public boolean booked(long workshopId) {
        return stands(workshopId, Standing.BOOKED);
    }

    /** Whether it was held and the scope, where it has to agree one, is not complete. */
    @Transactional(readOnly = true)
    public boolean held(long workshopId) {
        return stands(workshopId, Standing.HELD);
    }

    /** Whether the last question that it agreed has been written down, so that only the record is to be confirmed. */
    @Transactional(readOnly = true)
    public boolean scopeAgreed(long workshopId) {
        return stands(workshopId, Standing.SCOPE_AGREED);
    }

    /** Whether it is held to agree a scope; one that solves problems has none to agree. */
    @Transactional(readOnly = true)
    public boolean agreesScope(long workshopId) {
        return records.workshop(workshopId).purpose() == Purpose.SCOPING;
    }

    private boolean stands(long workshopId, Standing where) {
        return standing(records.workshop(workshopId)) == where;
    }

    private Standing standing(Workshop workshop) {
        return records.standing(workshop, clock.instant(), earliest());
    }

    /** The first day that still leaves time for the papers. */
    private LocalDate earliest() {
        return workingDays.plus(workingDays.onOrAfter(workingDays.today()), settings.papersDaysAhead());
    }

    /**
     * What a convenor's form shows besides the review's own facts.
     *
     * @param situation the id of the form
     * @return texts, numbers and lists of maps of them; never null within
     */
    @Transactional(readOnly = true)
    public Map<String, Object> shown(long workshopId, String situation) {
        Workshop workshop = records.workshop(workshopId);
        Map<String, Object> shown = new LinkedHashMap<>();
        switch (situation) {
            case "proposeDates" -> showForDates(workshop, shown);
            case "bookWorkshop" -> showForBooking(workshop, shown);
            case "recordAttendance" -> showForAttendance(workshop, shown);
            case "addScopeQuestion" -> showForScope(workshop, shown);
            default -> throw new IllegalArgumentException("A workshop has no form " + situation + ".");
        }
        return shown;
    }

    private void showForDates(Workshop workshop, Map<String, Object> shown) {
        shown.put(
                "explanation",
                "Every organisation is asked which of these dates it can make. The date that suits every voice, and"
                        + " most organisations, becomes the "
                        + workshop.purpose().label() + " workshop.");
        shown.put("whyAgain", records.whyAgain(workshop));
        shown.put("papersDaysAhead", settings.papersDaysAhead());
        shown.put(
                "howFarAhead",
                workshop.purpose() == Purpose.TROUBLESHOOTING
                        ? "Please stay within %d working days. The last day may not be before %s, and none after %s. Every organisation is asked with a time that fits."
                                .formatted(
                                        troubleshootingWithin(),
                                        WorkshopRecords.day(soonestLastDate()),
                                        WorkshopRecords.day(latestTroubleshooting()))
                        : "Please leave four weeks or more: every organisation is asked first and may take its time.");
    }

    /** The first day that, as the last one proposed, leaves a day to answer, one to book, and time for the papers. */
    private LocalDate soonestLastDate() {
        return workingDays.plus(workingDays.today(), settings.papersDaysAhead() + 2);
    }

    /** The last day on which a troubleshooting workshop can be held whose dates are proposed today. */
    private LocalDate latestTroubleshooting() {
        return workingDays.plus(workingDays.today(), troubleshootingWithin());
    }

    /** In working days; never fewer than the papers need. */
    private int troubleshootingWithin() {
        return Math.max(settings.troubleshootingWithin(), settings.papersDaysAhead() + 2);
    }

    private void showForBooking(Workshop workshop, Map<String, Object> shown) {
        WorkshopDates proposed = records.dates(workshop);
        List<Availability> answers = records.availability(workshop);
        List<ProposedDate> weighed = records.weighed(proposed, answers);
        Set<LocalDate> offered = offered(proposed);
        shown.put("suggestion", suggestion(weighed, offered));
        shown.put("dates", offered.stream().map(date -> choice(date, weighed)).toList());
        shown.put("time", WorkshopRecords.time(proposed));
        shown.put("availability", records.availabilityRows(proposed, answers));
        shown.put("needs", records.needRows(answers));
        shown.put("peopleExpected", peopleExpected(answers));
        shown.put("papersDaysAhead", settings.papersDaysAhead());
    }

    private String suggestion(List<ProposedDate> weighed, Set<LocalDate> offered) {
        return DateSuggestion.among(weighed.stream()
                        .filter(date -> offered.contains(date.date()))
                        .toList())
                .map(DateSuggestion::why)
                .orElse("None of the proposed dates leaves " + settings.papersDaysAhead()
                        + " working days for the papers any more, so these are days that nobody has been asked about."
                        + " Please agree one with everybody, people with lived experience first.");
    }

    private static Map<String, Object> choice(LocalDate date, List<ProposedDate> weighed) {
        String howMany = weighed.stream()
                .filter(proposed -> proposed.date().equals(date))
                .map(proposed -> " · " + proposed.canMakeIt() + " of " + proposed.asked() + " can make it")
                .findFirst()
                .orElse("");
        return Map.of("label", WorkshopRecords.day(date) + howMany, "value", date.toString());
    }

    /**
     * The days that can be booked: the proposed ones that still leave time for the papers. Where answers took so long that none
     * does, the next possible days instead, so that slow answers never leave a review without a workshop.
     */
    private Set<LocalDate> offered(WorkshopDates proposed) {
        LocalDate earliest = earliest();
        Set<LocalDate> offered = proposed.all().stream()
                .filter(date -> !date.isBefore(earliest))
                .sorted()
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (offered.isEmpty()) {
            Stream.iterate(earliest, day -> workingDays.plus(day, 1))
                    .limit(DAYS_OFFERED_INSTEAD)
                    .forEach(offered::add);
        }
        return offered;
    }

    private void showForAttendance(Workshop workshop, Map<String, Object> shown) {
        shown.put("booking", WorkshopRecords.whenAndWhere(records.booking(workshop)));
        shown.put("peopleExpected", peopleExpected(records.availability(workshop)));
    }

    private void showForScope(Workshop workshop, Map<String, Object> shown) {
        shown.put("scope", records.scopeRows(workshop.reviewId()));
        shown.put("decisions", Shown.typed(records.attendance(workshop).decisions()));
    }

    /**
     * Keeps the dates a convenor proposes.
     *
     * @throws Refused if a date is not a working day in the future, or later than a troubleshooting workshop may be
     */
    public void proposeDates(long workshopId, ProposeDates answer, Actor actor) {
        Workshop workshop = records.workshop(workshopId);
        LocalDate today = workingDays.today();
        for (LocalDate date : answer.dates()) {
            if (!date.isAfter(today)) {
                throw new Refused(WorkshopRecords.day(date) + " is not in the future; please propose another date.");
            }
            if (date.isAfter(today.plusYears(1))) {
                throw new Refused(WorkshopRecords.day(date)
                        + " is more than a year ahead; please propose a date before "
                        + WorkshopRecords.day(today.plusYears(1)) + ".");
            }
            if (!workingDays.isWorkingDay(date)) {
                throw new Refused(WorkshopRecords.day(date)
                        + " is a weekend, a bank holiday or a day on which offices here are closed; please"
                        + " propose a working day.");
            }
        }
        LocalDate latest = latestTroubleshooting();
        if (workshop.purpose() == Purpose.TROUBLESHOOTING) {
            answer.dates().stream()
                    .filter(date -> date.isAfter(latest))
                    .findFirst()
                    .ifPresent(date -> {
                        throw new Refused(
                                WorkshopRecords.day(date) + " is too late: a troubleshooting workshop is held within "
                                        + troubleshootingWithin() + " working days. Please propose dates up to "
                                        + WorkshopRecords.day(latest) + ".");
                    });
        }
        LocalDate soonest = soonestLastDate();
        if (answer.dates().stream().allMatch(date -> date.isBefore(soonest))) {
            throw new Refused("Every organisation is asked first, and the papers go out " + settings.papersDaysAhead()
                    + " working days before: please propose at least one date from " + WorkshopRecords.day(soonest)
                    + " on.");
        }
        dates.save(new WorkshopDates(
                null,
                workshopId,
                workshop.attempt(),
                answer.date1(),
                answer.date2(),
                answer.date3(),
                answer.date4(),
                answer.date5(),
                answer.date6(),
                answer.startsAt().toString(),
                answer.length(),
                answer.note(),
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    /** The ids of the bodies that are asked to a workshop: those that take part in its review. */
    @Transactional(readOnly = true)
    public List<String> bodiesInvited(long workshopId) {
        return reviews.bodyIds(records.workshop(workshopId).reviewId());
    }

    /** The bodies to ask about the dates of this attempt: those that are invited and have not answered, silence included. */
    @Transactional(readOnly = true)
    public List<String> toGiveAvailability(long workshopId) {
        return allBut(
                workshopId,
                records.availability(records.workshop(workshopId)).stream()
                        .filter(answer -> !answer.silent())
                        .map(Availability::bodyId));
    }

    /** The bodies to ask whether the record is right: those that are invited and have not answered, silence included. */
    @Transactional(readOnly = true)
    public List<String> toConfirm(long workshopId) {
        return allBut(
                workshopId,
                confirmations(records.workshop(workshopId).reviewId()).stream()
                        .filter(answer -> answer.workshopId() == workshopId && !answer.silent())
                        .map(Confirmation::bodyId));
    }

    private List<String> allBut(long workshopId, Stream<String> bodiesThatAnswered) {
        Set<String> answered = bodiesThatAnswered.collect(Collectors.toSet());
        return bodiesInvited(workshopId).stream()
                .filter(body -> !answered.contains(body))
                .toList();
    }

    /**
     * Books a workshop.
     *
     * @throws Refused if the date was not offered, the papers go out too late, or people with lived experience are expected and
     *     payment has not been offered to them
     */
    public void book(long workshopId, BookWorkshop answer, Actor actor) {
        Workshop workshop = records.workshop(workshopId);
        WorkshopDates proposed = records.dates(workshop);
        LocalDate chosen = chosen(answer, proposed);
        refuseLatePapers(chosen, answer.papersOn());
        int expected = peopleExpected(records.availability(workshop));
        if (expected > 0 && !answer.offersPayment()) {
            throw new Refused("People with lived experience are expected (" + expected
                    + "). Please offer them payment before the work and then tick the box; they may decline it.");
        }
        bookings.save(new Booking(
                null,
                workshopId,
                workshop.attempt(),
                chosen,
                proposed.startsAt(),
                proposed.length(),
                answer.place(),
                answer.remoteLink(),
                answer.papersOn(),
                answer.offersPayment(),
                answer.note(),
                actor.personId(),
                actor.name(),
                clock.instant(),
                null));
    }

    /**
     * The date of a booking. A form shows the dates as they were when its step began. Where the convenor needs longer than those
     * last, another date may be given, but not past dates that everybody was asked about and that still can be had.
     */
    private LocalDate chosen(BookWorkshop answer, WorkshopDates proposed) {
        Set<LocalDate> offered = offered(proposed);
        LocalDate other = answer.otherDate();
        if (other == null) {
            return offered.stream()
                    .filter(date -> date.toString().equals(answer.chosenDate()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("This date cannot be booked (any more): the papers need "
                            + settings.papersDaysAhead()
                            + " working days before it. Please choose another date from the list or, if none of them is left, give one"
                            + " below it."));
        }
        if (offered.contains(other)) {
            return other;
        }
        List<LocalDate> askedAbout =
                proposed.all().stream().filter(offered::contains).toList();
        if (!askedAbout.isEmpty()) {
            throw new Refused("Everybody was asked about "
                    + String.join(
                            ", ", askedAbout.stream().map(WorkshopRecords::day).toList())
                    + ", and there is still time for it; please choose from these.");
        }
        if (!workingDays.isWorkingDay(other) || other.isBefore(earliest())) {
            throw new Refused(WorkshopRecords.day(other)
                    + " cannot be booked: please give a working day, " + WorkshopRecords.day(earliest())
                    + " or later, so that there is time for the papers.");
        }
        return other;
    }

    private void refuseLatePapers(LocalDate heldOn, LocalDate papersOn) {
        if (papersOn.isBefore(workingDays.today())) {
            throw new Refused(WorkshopRecords.day(papersOn)
                    + " has passed; please give the day on which the papers will go out.");
        }
        LocalDate latest = workingDays.minus(heldOn, settings.papersDaysAhead());
        if (papersOn.isAfter(latest)) {
            throw new Refused("Papers go out at least " + settings.papersDaysAhead()
                    + " working days before the workshop, so that people have time to read them: for "
                    + WorkshopRecords.day(heldOn) + " that is " + WorkshopRecords.day(latest) + " at the latest.");
        }
    }

    /** When the booked workshop ends; its time of day is read in Europe/London. None while nothing is booked. */
    @Transactional(readOnly = true)
    public @Nullable Date endDueAt(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Booking booking = bookings.findByWorkshopIdAndAttempt(workshopId, workshop.attempt());
        return booking == null ? null : Date.from(booking.endsAt());
    }

    /** Notes that the hour of the booked workshop is over, so that its record is waited for whatever comes between. */
    public void over(long workshopId) {
        Booking booking = records.booking(records.workshop(workshopId));
        if (booking.overAt() == null) {
            bookings.save(booking.over(clock.instant()));
        }
    }

    /**
     * Keeps who came and what was decided.
     *
     * @throws Refused if a body is ticked that was not invited
     */
    public void recordAttendance(long workshopId, RecordAttendance answer, Actor actor) {
        Workshop workshop = records.workshop(workshopId);
        List<String> invited = bodiesInvited(workshopId);
        if (!invited.containsAll(answer.present())) {
            throw new Refused(
                    "One of the organisations ticked was not invited; please reload the form and tick again.");
        }
        attendance.save(new Attendance(
                null,
                workshopId,
                workshop.attempt(),
                invited.stream()
                        .map(body -> new Attendance.AttendanceBody(
                                body, answer.present().contains(body)))
                        .collect(Collectors.toSet()),
                answer.peopleWithLivedExperience(),
                answer.carersPresent(),
                answer.decisions(),
                answer.livedExperienceView(),
                actor.personId(),
                actor.name(),
                clock.instant()));
    }

    /** How many people with lived experience were in the room. */
    @Transactional(readOnly = true)
    public int livedExperiencePeople(long workshopId) {
        return attendance(workshopId).peopleWithLivedExperience();
    }

    /** How many carers were in the room; each carers' body that came counts as one more. */
    @Transactional(readOnly = true)
    public long carersPresent(long workshopId) {
        Attendance held = attendance(workshopId);
        return held.carersPresent() + records.count(held.bodiesPresent(), RoomVoice.CARERS);
    }

    /** How many voluntary bodies came; carers' bodies count as carers. */
    @Transactional(readOnly = true)
    public long voluntaryPresent(long workshopId) {
        return records.count(attendance(workshopId).bodiesPresent(), RoomVoice.VOLUNTARY);
    }

    /** Which part of the statutory bodies that were invited came, from 0 to 1; 1 if none was invited. */
    @Transactional(readOnly = true)
    public double statutoryShare(long workshopId) {
        Attendance held = attendance(workshopId);
        long present = records.count(held.bodiesPresent(), RoomVoice.STATUTORY);
        long absent = records.count(held.bodiesAbsent(), RoomVoice.STATUTORY);
        return present + absent == 0 ? 1.0 : (double) present / (present + absent);
    }

    /**
     * Keeps that voices were missing and sends the workshop back to new dates.
     *
     * @param absentVoices the voices that were missing, in plain words
     */
    public void recordNoQuorum(long workshopId, Collection<String> absentVoices) {
        Workshop workshop = records.workshop(workshopId);
        missedQuorums.save(new MissedQuorum(
                null,
                workshopId,
                workshop.attempt(),
                absentVoices.stream().map(MissedQuorum.AbsentVoice::new).collect(Collectors.toSet()),
                clock.instant()));
        workshops.save(workshop.nextAttempt());
    }

    /**
     * Which voices and which bodies were absent from the last attempt without a quorum, in one sentence: the reason for putting
     * the review off.
     */
    @Transactional(readOnly = true)
    public String absent(long workshopId) {
        return records.absent(records.workshop(workshopId));
    }

    /**
     * Keeps one row of the dovetail matrix.
     *
     * @return whether another row follows
     */
    public boolean addScopeQuestion(long workshopId, AddScopeQuestion answer, Actor actor) {
        boolean anotherFollows = Boolean.TRUE.equals(answer.another());
        questions.save(new ScopeQuestion(
                null,
                workshopId,
                records.workshop(workshopId).reviewId(),
                answer.question(),
                answer.supportBeforeCrisis(),
                answer.urgentAccess(),
                answer.qualityInCrisis(),
                answer.recovery(),
                anotherFollows,
                actor.personId(),
                actor.name(),
                clock.instant()));
        return anotherFollows;
    }

    /** Whether another row of the matrix follows the last that was kept. */
    @Transactional(readOnly = true)
    public boolean anotherQuestion(long workshopId) {
        return !records.scopeAgreed(records.workshop(workshopId));
    }

    /** Closes a workshop once every body has had its say on the record. */
    public void close(long workshopId) {
        workshops.save(records.workshop(workshopId).closed(clock.instant()));
    }

    /** The dovetail matrix of a review: each question agreed, in the order in which it was written down. */
    @Transactional(readOnly = true)
    public List<ScopeQuestion> scopeQuestions(String reviewId) {
        return questions.findByReviewIdOrderById(reviewId);
    }

    /** What of the dovetail matrix the local review looks at: {@code question}, and {@code here} the areas of crisis care for which. */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownAskedHere(String reviewId) {
        return records.askedHere(reviewId);
    }

    /**
     * What of the dovetail matrix the local review leaves alone, with {@code question}, and for which areas of crisis care the
     * {@code county} looks at it and for which {@code neither} does.
     */
    @Transactional(readOnly = true)
    public List<Map<String, Object>> shownNotAskedHere(String reviewId) {
        return records.notAskedHere(reviewId);
    }

    /** Every workshop of a review that took place, with or without a quorum, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<Meeting> meetings(String reviewId) {
        return records.meetings(reviewId);
    }

    /** The workshops of a review for which dates are proposed and which are still to be held: not those taken out of the calendars. */
    @Transactional(readOnly = true)
    public List<Planned> planned(String reviewId) {
        return records.planned(reviewId);
    }

    /** What each body said last to the record of each of a review's workshops, silence included. */
    @Transactional(readOnly = true)
    public List<Confirmation> confirmations(String reviewId) {
        return LastWord.ofEach(
                confirmations.findByReviewIdOrderById(reviewId), answer -> answer.bodyId() + " " + answer.workshopId());
    }

    private Attendance attendance(long workshopId) {
        return records.attendance(records.workshop(workshopId));
    }

    private static int peopleExpected(List<Availability> answers) {
        return answers.stream()
                .mapToInt(Availability::peopleWithLivedExperience)
                .sum();
    }
}
