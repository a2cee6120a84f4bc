package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.form.Refused;
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

/** The day that is booked for a workshop: one that suits, in time for the papers. */
@Service
@Transactional
public class WorkshopBookings {

    /** How many days are offered where none of the proposed ones leaves time for the papers any more. */
    private static final int DAYS_OFFERED_INSTEAD = 5;

    private final WorkshopRecords records;
    private final BookingStore bookings;
    private final WorkingDays workingDays;
    private final TimeForPapers papers;
    private final Clock clock;
    private final DatesWeighed weighed;

    WorkshopBookings(
            WorkshopRecords records,
            BookingStore bookings,
            WorkingDays workingDays,
            TimeForPapers papers,
            Clock clock,
            DatesWeighed weighed) {
        this.records = records;
        this.bookings = bookings;
        this.workingDays = workingDays;
        this.papers = papers;
        this.clock = clock;
        this.weighed = weighed;
    }

    /** What the form to book a workshop shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownForBooking(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Map<String, Object> shown = new LinkedHashMap<>();
        ProposeDates proposed = records.dates(workshop);
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
        shown.put("papersDaysAhead", papers.daysAhead());
        return shown;
    }

    private String suggestion(List<ProposedDate> candidates, Set<LocalDate> offered) {
        return DateSuggestion.among(candidates.stream()
                        .filter(date -> offered.contains(date.date()))
                        .toList())
                .map(DateSuggestion::why)
                .orElse("None of the proposed dates leaves " + papers.daysAhead()
                        + " working days for the papers any more, so these are days that nobody has been asked about."
                        + " Please agree one with everybody, people with lived experience first.");
    }

    private static Map<String, Object> choice(LocalDate date, List<ProposedDate> candidates) {
        String howMany = candidates.stream()
                .filter(proposed -> proposed.date().equals(date))
                .map(proposed -> " · " + proposed.howMany(" can make it"))
                .findFirst()
                .orElse("");
        return Map.of("label", LongDay.of(date) + howMany, "value", date.toString());
    }

    /**
     * The days that can be booked: the proposed ones that still leave time for the papers. Where answers took so long that none
     * does, the next possible days instead, so that slow answers never leave a review without a workshop.
     */
    private Set<LocalDate> offered(ProposeDates proposed) {
        LocalDate earliest = papers.earliest();
        Set<LocalDate> offered = proposed.dates().stream()
                .filter(date -> !date.isBefore(earliest))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (offered.isEmpty()) {
            Stream.iterate(earliest, day -> workingDays.plus(day, 1))
                    .limit(DAYS_OFFERED_INSTEAD)
                    .forEach(offered::add);
        }
        return offered;
    }

    /**
     * Books a workshop.
     *
     * @throws Refused if the date was not offered, the papers go out too late, or people with lived experience are expected and
     *     payment has not been offered to them
     */
    public void book(long workshopId, BookWorkshop answer, Actor actor) {
        Workshop workshop = records.workshop(workshopId);
        ProposeDates proposed = records.dates(workshop);
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
                new WorkshopTime(chosen, proposed.startsAt(), proposed.length()),
                answer.place(),
                answer.remoteLink(),
                answer.papersOn(),
                answer.offersPayment(),
                answer.note(),
                Author.of(actor),
                clock.instant(),
                null));
    }

    /**
     * The date of a booking. A form shows the dates as they were when its step began. Where the convenor needs longer than those
     * last, another date may be given, but not instead of dates that everybody was asked about and that are still possible.
     */
    private LocalDate chosen(BookWorkshop answer, ProposeDates proposed) {
        Set<LocalDate> offered = offered(proposed);
        LocalDate other = answer.otherDate();
        if (other == null) {
            return offered.stream()
                    .filter(date -> date.toString().equals(answer.chosenDate()))
                    .findFirst()
                    .orElseThrow(() -> new Refused("This date cannot be booked (any more): the papers need "
                            + papers.daysAhead()
                            + " working days before it. Please choose another date from the list or, if none of them is left, give one"
                            + " below it."));
        }
        if (offered.contains(other)) {
            return other;
        }
        List<LocalDate> askedAbout =
                proposed.dates().stream().filter(offered::contains).toList();
        if (!askedAbout.isEmpty()) {
            throw new Refused("Everybody was asked about "
                    + String.join(", ", askedAbout.stream().map(LongDay::of).toList())
                    + ", and there is still time for it; please choose from these.");
        }
        if (!workingDays.isWorkingDay(other) || other.isBefore(papers.earliest())) {
            throw new Refused(LongDay.of(other)
                    + " cannot be booked: please give a working day, " + LongDay.of(papers.earliest())
                    + " or later, so that there is time for the papers.");
        }
        return other;
    }

    private void refuseLatePapers(LocalDate heldOn, LocalDate papersOn) {
        if (papersOn.isBefore(workingDays.today())) {
            throw new Refused(
                    LongDay.of(papersOn) + " has passed; please give the day on which the papers will go out.");
        }
        LocalDate latest = papers.latestPapers(heldOn);
        if (papersOn.isAfter(latest)) {
            throw new Refused("Papers go out at least " + papers.daysAhead()
                    + " working days before the workshop, so that people have time to read them. For "
                    + LongDay.of(heldOn) + " that is " + LongDay.of(latest) + " at the latest.");
        }
    }
}
