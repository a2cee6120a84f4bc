package io.dovetail.digest;

import io.dovetail.calendar.WorkingDays;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/**
 * When the weekly mails are due. A bean of its own, which needs nothing but the calendar: the model's timer asks it while the
 * engine still starts.
 */
@Component
public class DigestTimes {

    private final DigestSettings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    DigestTimes(DigestSettings settings, WorkingDays workingDays, Clock clock) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * The repeating timer that asks on each working day whether the week's mails are due. Like every cycle here it is good for one
     * repeat, because the engine reads it again each time.
     *
     * @return {@code R/<the next such moment after now, with its offset>/P1D}
     */
    public String everyWorkingDay() {
        LocalDate day = workingDays.onOrAfter(workingDays.today());
        if (!moment(day).toInstant().isAfter(clock.instant())) {
            day = workingDays.plus(day, 1);
        }
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment(day)) + "/P1D";
    }

    /** The day that names the week whose mails were due last: the weekly day itself, whatever working day they left on. */
    LocalDate latestWeek() {
        LocalDate week = workingDays.today().with(TemporalAdjusters.previousOrSame(settings.day()));
        while (dueAt(week).isAfter(clock.instant())) {
            week = week.minusWeeks(1);
        }
        return week;
    }

    /** Whether people are at work today: nobody is written to on another day, whenever the program gets to it. */
    boolean workingDay() {
        return workingDays.isWorkingDay(workingDays.today());
    }

    /** When the mails of a week are due: at the time set, on its day or the next working day. */
    Instant dueAt(LocalDate week) {
        return moment(workingDays.onOrAfter(week)).toInstant();
    }

    private ZonedDateTime moment(LocalDate day) {
        return day.atTime(settings.at()).atZone(WorkingDays.ZONE);
    }
}
