package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Actor;
import io.dovetail.directory.Author;
import io.dovetail.form.Refused;
import io.dovetail.request.Said;
import io.dovetail.review.Reviews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The days that are proposed for a workshop, and who is asked about them. */
@Service
@Transactional
public class WorkshopDays {

    static final String BECOMES =
            "Every organisation is asked which of these dates it can make. The one that suits every voice, and most"
                    + " organisations, becomes ";

    private final WorkshopRecords records;
    private final WorkshopDatesStore dates;
    private final WorkingDays workingDays;
    private final WorkshopSettings settings;
    private final TimeForPapers papers;
    private final Clock clock;
    private final Meetings meetings;
    private final Reviews reviews;

    WorkshopDays(
            WorkshopRecords records,
            WorkshopDatesStore dates,
            WorkingDays workingDays,
            WorkshopSettings settings,
            TimeForPapers papers,
            Clock clock,
            Meetings meetings,
            Reviews reviews) {
        this.records = records;
        this.dates = dates;
        this.workingDays = workingDays;
        this.settings = settings;
        this.papers = papers;
        this.clock = clock;
        this.meetings = meetings;
        this.reviews = reviews;
    }

    /** What the form to propose dates shows. */
    @Transactional(readOnly = true)
    public Map<String, Object> shownForDates(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("explanation", BECOMES + "the " + workshop.purpose().label() + " workshop.");
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

    /** The first day that the last one proposed can be. */
    private LocalDate soonestLastDate() {
        return papers.soonest(true);
    }

    /** The last day on which a troubleshooting workshop can be held whose dates are proposed today. */
    private LocalDate latestTroubleshooting() {
        return workingDays.plus(workingDays.today(), troubleshootingWithin());
    }

    /** In working days; never fewer than the papers need. */
    private int troubleshootingWithin() {
        return Math.max(settings.troubleshootingWithin(), settings.papersDaysAhead() + 2);
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
                null, workshopId, workshop.attempt(), answer.inOrder(), Author.of(actor), clock.instant()));
    }

    /** The bodies to ask about the dates of this attempt: those that are invited and have not answered, silence included. */
    @Transactional(readOnly = true)
    public List<String> toGiveAvailability(long workshopId) {
        Workshop workshop = records.workshop(workshopId);
        return Said.yetToAnswer(reviews.bodyIds(workshop.reviewId()), records.availability(workshop));
    }
}
