package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The day of a workshop: dates proposed, bodies asked, one of them booked in time for the papers. */
@Service
@Transactional
public class WorkshopDays {

    /** How many days are offered where none of the proposed ones leaves time for the papers any more. */
    private static final int DAYS_OFFERED_INSTEAD = 5;

    private final WorkshopRecords records;
    private final WorkshopDatesStore dates;
    private final BookingStore bookings;
    private final WorkingDays workingDays;
    private final WorkshopSettings settings;
    private final Clock clock;
    private final DatesWeighed weighed;
    private final Meetings meetings;
    private final Reviews reviews;

    WorkshopDays(
            WorkshopRecords records,
            WorkshopDatesStore dates,
            BookingStore bookings,
            WorkingDays workingDays,
            WorkshopSettings settings,
            Clock clock,
            DatesWeighed weighed,
            Meetings meetings,
            Reviews reviews) {
        this.reviews = reviews;
        this.records = records;
        this.dates = dates;
        this.bookings = bookings;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
        this.weighed = weighed;
        this.meetings = meetings;
    }

    /** What the form to propose dates shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownForDates(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(
                "explanation",
                "Every organisation is asked which of these dates it can make. The date that suits every voice, and"
                        + " most organisations, becomes the "
                        + workshop.purpose().label() + " workshop.");
        shown.put("whyAgain", meetings.whyAgain(workshop));
        shown.put("papersDaysAhead", settings.papersDaysAhead());
        shown.put(
                "howFarAhead",
                workshop.purpose() == Purpose.TROUBLESHOOTING
                        ? "Please stay within %d working days. The last day may not be before %s, and none after %s. Every organisation is asked with a time that fits."
                                .formatted(
                                        troubleshootingWithin(),
                                        LongDay.of(soonestLastDate()),
                                        LongDay.of(latestTroubleshooting()))
                        : "Please leave 4 weeks or more: every organisation is asked first and may take its time.");
        return shown;
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

    /** What the form to book a workshop shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownForBooking(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Map<String, Object> shown = new LinkedHashMap<>();
        WorkshopDates proposed = records.dates(workshop);
        List<Availability> answers = records.availability(workshop);
        List<ProposedDate> candidates = weighed.weighed(proposed, answers);
        Set<LocalDate> offered = offered(proposed);
        shown.put("suggestion", suggestion(candidates, offered));
        shown.put(
                "dates", offered.stream().map(date -> choice(date, candidates)).toList());
        shown.put("time", proposed.time());
        shown.put("availability", weighed.availabilityRows(proposed, answers));
        shown.put("needs", weighed.needRows(answers));
        shown.put("peopleExpected", Availability.peopleExpected(answers));
        shown.put("papersDaysAhead", settings.papersDaysAhead());
        return shown;
    }

    private String suggestion(List<ProposedDate> candidates, Set<LocalDate> offered) {
        return DateSuggestion.among(candidates.stream()
                        .filter(date -> offered.contains(date.date()))
                        .toList())
                .map(DateSuggestion::why)
                .orElse("None of the proposed dates leaves " + settings.papersDaysAhead()
                        + " working days for the papers any more, so these are days that nobody has been asked about."
                        + " Please agree one with everybody, people with lived experience first.");
    }

    private static Map<String, Object> choice(LocalDate date, List<ProposedDate> candidates) {
        String howMany = candidates.stream()
                .filter(proposed -> proposed.date().equals(date))
                .map(proposed -> " · " + proposed.canMakeIt() + " of " + proposed.asked() + " can make it")
                .findFirst()
                .orElse("");
        return Map.of("label", LongDay.of(date) + howMany, "value", date.toString());
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
                throw new Refused(LongDay.of(date) + " is not in the future; please propose another date.");
            }
            if (date.isAfter(today.plusYears(1))) {
                throw new Refused(LongDay.of(date)
                        + " is more than a year ahead; please propose a date before "
                        + LongDay.of(today.plusYears(1)) + ".");
            }
            if (!workingDays.isWorkingDay(date)) {
                throw new Refused(LongDay.of(date)
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
                        throw new Refused(LongDay.of(date) + " is too late: a troubleshooting workshop is held within "
                                + troubleshootingWithin() + " working days. Please propose dates up to "
                                + LongDay.of(latest) + ".");
                    });
        }
        LocalDate soonest = soonestLastDate();
        if (answer.dates().stream().allMatch(date -> date.isBefore(soonest))) {
            throw new Refused("Every organisation is asked first, and the papers go out " + settings.papersDaysAhead()
                    + " working days before: please propose at least one date from " + LongDay.of(soonest)
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

    /** The bodies to ask about the dates of this attempt: those that are invited and have not answered, silence included. */
    @Transactional(readOnly = true)
    public List<String> toGiveAvailability(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Set<String> answered = records.availability(workshop).stream()
                .filter(answer -> !answer.silent())
                .map(Availability::bodyId)
                .collect(Collectors.toSet());
        return reviews.bodyIds(workshop.reviewId()).stream()
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
        int expected = Availability.peopleExpected(records.availability(workshop));
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
                    + String.join(", ", askedAbout.stream().map(LongDay::of).toList())
                    + ", and there is still time for it; please choose from these.");
        }
        if (!workingDays.isWorkingDay(other) || other.isBefore(earliest())) {
            throw new Refused(LongDay.of(other)
                    + " cannot be booked: please give a working day, " + LongDay.of(earliest())
                    + " or later, so that there is time for the papers.");
        }
        return other;
    }

    private void refuseLatePapers(LocalDate heldOn, LocalDate papersOn) {
        if (papersOn.isBefore(workingDays.today())) {
            throw new Refused(
                    LongDay.of(papersOn) + " has passed; please give the day on which the papers will go out.");
        }
        LocalDate latest = workingDays.minus(heldOn, settings.papersDaysAhead());
        if (papersOn.isAfter(latest)) {
            throw new Refused("Papers go out at least " + settings.papersDaysAhead()
                    + " working days before the workshop, so that people have time to read them. For "
                    + LongDay.of(heldOn) + " that is " + LongDay.of(latest) + " at the latest.");
        }
    }

    private LocalDate earliest() {
        return earliest(workingDays, settings);
    }

    /** The first day that still leaves time for the papers. */
    static LocalDate earliest(WorkingDays workingDays, WorkshopSettings settings) {
        return workingDays.plus(workingDays.onOrAfter(workingDays.today()), settings.papersDaysAhead());
    }
}
