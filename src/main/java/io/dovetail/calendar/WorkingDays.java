package io.dovetail.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Counts in working days of England and Wales: Monday to Friday, without bank holidays (with their substitute days and
 * the one-off ones) and without the closures of {@link CalendarSettings}. Days are calendar days in Europe/London.
 *
 * <p>How days are counted: "five working days from Tuesday" ends on the next Tuesday; the day one starts from does not
 * count. What happens at or after close of day (17:00), or on a day that is not a working day, {@linkplain
 * #dueAfter(Instant, int) counts as happening on the next working day}, as a letter would that arrives when the office
 * is shut. So everybody always has that many full working days, and no deadline is ever in the past.
 */
@Component
public class WorkingDays {

    /** The zone in which days begin and end and in which deadlines fall at 17:00, summer and winter. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** Late enough not to be taken for the day before by clocks that differ a little. */
    private static final LocalTime DAY_HAS_BEGUN = LocalTime.of(0, 5);

    /** England's holidays; the library keeps Wales's apart ({@code wls}), but they are the same by law. */
    private static final String ENGLAND = "eng";

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
    private final Map<Integer, Set<LocalDate>> bankHolidays = new ConcurrentHashMap<>();
    private final CalendarSettings settings;
    private final Clock clock;

    /**
     * Working days by these settings.
     *
     * @param settings close of day and closures
     * @param clock what "now" and "today" mean
     */
    public WorkingDays(CalendarSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Today's date in London, whatever the zone of the machine. */
    public LocalDate today() {
        return dateOf(clock.instant());
    }

    /** The date in London at that moment. */
    public LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** Whether people work on that day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !bankHolidays
                        .computeIfAbsent(day.getYear(), this::bankHolidaysOf)
                        .contains(day)
                && settings.closures().stream().noneMatch(closure -> closure.covers(day));
    }

    /** That day if it is a working day, else the next one that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** That day if it is a working day, else the last one before it that is. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /**
     * The n-th working day after a day; from a Saturday, one working day on is Monday.
     *
     * @param from the day to start from, which does not count
     * @param workingDays how many; 0 means {@link #onOrAfter(LocalDate)}
     * @return always a working day
     * @throws IllegalArgumentException if the number is negative
     */
    public LocalDate plus(LocalDate from, int workingDays) {
        LocalDate found = notNegative(workingDays) == 0 ? onOrAfter(from) : from;
        for (int counted = 0; counted < workingDays; counted++) {
            found = onOrAfter(found.plusDays(1));
        }
        return found;
    }

    /**
     * The n-th working day before a day; from a Sunday, one working day back is Friday.
     *
     * @param from the day to start from, which does not count
     * @param workingDays how many; 0 means {@link #onOrBefore(LocalDate)}
     * @return always a working day
     * @throws IllegalArgumentException if the number is negative
     */
    public LocalDate minus(LocalDate from, int workingDays) {
        LocalDate found = notNegative(workingDays) == 0 ? onOrBefore(from) : from;
        for (int counted = 0; counted < workingDays; counted++) {
            found = onOrBefore(found.minusDays(1));
        }
        return found;
    }

    /**
     * How many working days lie after one day and up to another.
     *
     * @param fromExclusive the day before the first that counts
     * @param toInclusive the last day that counts
     * @return the number of working days; 0 when {@code toInclusive} is not the later day
     */
    public int between(LocalDate fromExclusive, LocalDate toInclusive) {
        return fromExclusive.isBefore(toInclusive)
                ? (int) fromExclusive
                        .plusDays(1)
                        .datesUntil(toInclusive.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }

    /** Close of day (17:00 London) on that day if it is a working day, else on the next one. */
    public Instant closeOfDay(LocalDate day) {
        return closing(day).toInstant();
    }

    /**
     * The deadline of something asked at a moment.
     *
     * @param from when it was asked; at or after close of day, or on a day that is not a working day, it counts as
     *     asked on the next working day
     * @param workingDays how many working days there are for it; 0 means by the close of the day on which it counts as
     *     asked
     * @return close of day (17:00 London) on a working day, always after {@code from}
     * @throws IllegalArgumentException if the number is negative
     */
    public Instant dueAfter(Instant from, int workingDays) {
        LocalDate date = dateOf(from);
        // For a day off, its close of day is the next working day's: both questions are one.
        LocalDate counted = from.isBefore(closeOfDay(date)) ? onOrAfter(date) : plus(date, 1);
        return closeOfDay(plus(counted, workingDays));
    }

    /**
     * {@link #dueAfter(Instant, int)} from now, as the models' timers and due dates take it.
     *
     * @param workingDays how many working days from now
     * @return close of day on a working day
     * @throws IllegalArgumentException if the number is negative
     */
    public Date dueIn(int workingDays) {
        return Date.from(dueAfter(clock.instant(), workingDays));
    }

    /**
     * A repeating timer for the engine that falls due every so many working days at close of day, such as {@code
     * R/2026-12-03T17:00:00Z/P1D}. It is good for one repeat only: the engine reads the expression again each time the
     * timer has fallen due (its setting {@code reevaluateTimeCycleWhenDue}), so each repeat is a working day too.
     *
     * <p>Unlike a deadline, it counts from today's date whatever the time of day: it is asked again just after 17:00,
     * when it has fallen due, and must then not take that day for over and skip one. For the same reason a repeat that
     * the engine reaches late (it was switched off) counts from the day on which it does.
     *
     * @param workingDays every how many working days, at least 1
     * @return {@code R/<close of the n-th working day after today, with offset>/P1D}
     * @throws IllegalArgumentException if the number is less than 1
     */
    public String everyWorkingDays(int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("A timer cannot repeat every %d working days.".formatted(workingDays));
        }
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(closing(plus(today(), workingDays))) + "/P1D";
    }

    /**
     * A repeating timer for the engine that falls due at that moment first, such as {@code R/2026-12-15T17:00:00Z/P1D}. Good for one
     * repeat only, as {@link #everyWorkingDays(int)} is.
     */
    public String repeatingFrom(Instant first) {
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(first.atZone(ZONE)) + "/P1D";
    }

    /**
     * A repeating timer for the engine that falls due as each day begins, working day or not, such as {@code
     * R/2026-12-03T00:05:00Z/P1D}. Good for one repeat only, as {@link #everyWorkingDays(int)} is, so that it keeps its hour when
     * the clocks change.
     */
    public String asEachDayBegins() {
        ZonedDateTime next = today().plusDays(1).atTime(DAY_HAS_BEGUN).atZone(ZONE);
        return "R/" + DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(next) + "/P1D";
    }

    private ZonedDateTime closing(LocalDate day) {
        return onOrAfter(day).atTime(settings.closeOfDay()).atZone(ZONE);
    }

    private Set<LocalDate> bankHolidaysOf(int year) {
        return holidays.getHolidays(Year.of(year), ENGLAND).stream()
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static int notNegative(int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("Working days are counted from 0, not from %d.".formatted(workingDays));
        }
        return workingDays;
    }
}
