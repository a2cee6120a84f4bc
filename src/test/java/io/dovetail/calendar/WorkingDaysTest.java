package io.dovetail.calendar;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.dovetail.calendar.CalendarSettings.Closure;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private final MovableClock clock = MovableClock.atLondon("2026-11-24T10:00");
    private final WorkingDays workingDays = new WorkingDays(CalendarSettings.standard(), clock);

    /** As published by the government for England and Wales, moved, substituted and one-off days included. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020: 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
                "2021: 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
                "2022: 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
                "2023: 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
                "2024: 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                "2025: 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                "2026: 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "2027: 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28"
            })
    void theDaysOffOfAYearAreItsWeekendsAndItsBankHolidays(String published) {
        int year = Integer.parseInt(published.substring(0, 4));
        Set<LocalDate> expected = new HashSet<>();
        for (String day : published.substring(6).split(" ")) {
            expected.add(LocalDate.parse(year + "-" + day));
        }

        List<LocalDate> weekdaysOff = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> !isWeekend(day) && !workingDays.isWorkingDay(day))
                .toList();

        assertThat(weekdaysOff).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(workingDays.isWorkingDay(workingDays.onOrAfter(LocalDate.of(year, 1, 1))))
                .isTrue();
    }

    @Test
    void walesHasTheBankHolidaysOfEngland() {
        HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));
        for (int year = 2015; year <= 2045; year++) {
            assertThat(datesOf(holidays.getHolidays(Year.of(year), "wls")))
                    .isEqualTo(datesOf(holidays.getHolidays(Year.of(year), "eng")));
        }
    }

    @Test
    void aWeekendIsNoWorkingDay() {
        assertThat(workingDays.isWorkingDay(LocalDate.parse("2026-11-27"))).isTrue();
        assertThat(workingDays.isWorkingDay(LocalDate.parse("2026-11-28"))).isFalse();
        assertThat(workingDays.isWorkingDay(LocalDate.parse("2026-11-29"))).isFalse();
    }

    @Test
    void aClosureIsNoWorkingDay() {
        WorkingDays closed = new WorkingDays(
                new CalendarSettings(
                        LocalTime.of(16, 30),
                        List.of(
                                new Closure(LocalDate.parse("2026-11-25"), null, null, "Town fair"),
                                new Closure(
                                        null,
                                        LocalDate.parse("2026-12-29"),
                                        LocalDate.parse("2026-12-31"),
                                        "County Hall closed"))),
                clock);

        assertThat(closed.isWorkingDay(LocalDate.parse("2026-11-25"))).isFalse();
        assertThat(closed.plus(LocalDate.parse("2026-11-24"), 1)).isEqualTo("2026-11-26");
        assertThat(closed.plus(LocalDate.parse("2026-12-24"), 1)).isEqualTo("2027-01-04");
        assertThat(closed.closeOfDay(LocalDate.parse("2026-12-29"))).isEqualTo(london("2027-01-04T16:30"));
    }

    @ParameterizedTest
    @CsvSource({
        // from, days, expected
        "2026-11-24, 0, 2026-11-24",
        "2026-11-28, 0, 2026-11-30",
        "2026-11-28, 1, 2026-11-30",
        "2026-11-24, 5, 2026-12-01",
        "2026-12-24, 1, 2026-12-29",
        "2026-12-31, 1, 2027-01-04",
        "2026-04-02, 1, 2026-04-07",
        "2022-12-23, 1, 2022-12-28",
        "2022-09-16, 1, 2022-09-20",
        "2023-05-05, 1, 2023-05-09"
    })
    void countsOverWeekendsBankHolidaysAndYearEnds(LocalDate from, int days, LocalDate expected) {
        assertThat(workingDays.plus(from, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, 0, 2026-11-24", "2026-11-29, 0, 2026-11-27", "2027-01-04, 5, 2026-12-23"})
    void countsBackwards(LocalDate from, int days, LocalDate expected) {
        assertThat(workingDays.minus(from, days)).isEqualTo(expected);
    }

    /** The promise of every deadline and every working day lost, held against a count on one's fingers. */
    @Test
    void addingAndCountingAreInverseAndAgreeWithCountingOnOnesFingers() {
        Random random = new Random(20261124);
        for (int round = 0; round < 3000; round++) {
            LocalDate from = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(6000));
            int days = 1 + random.nextInt(70);

            LocalDate to = workingDays.plus(from, days);

            assertThat(workingDays.isWorkingDay(to)).isTrue();
            assertThat(to).isEqualTo(onFingers(from, days));
            assertThat(workingDays.between(from, to)).isEqualTo(days);
            assertThat(workingDays.between(from, to.minusDays(1))).isEqualTo(days - 1);
            assertThat(workingDays.minus(to, days)).isEqualTo(workingDays.onOrBefore(from));
            assertThat(workingDays.between(to, from)).isZero();
        }
    }

    @Test
    void aDeadlineIsAlwaysAfterTheQuestionAtFiveOnAWorkingDayWithAllItsFullDays() {
        Random random = new Random(42);
        for (int round = 0; round < 3000; round++) {
            Instant asked = london("2020-01-01T00:00").plusSeconds(random.nextInt(400_000_000));
            int days = random.nextInt(30);

            Instant due = workingDays.dueAfter(asked, days);

            assertThat(due).isAfter(asked);
            assertThat(due.atZone(WorkingDays.ZONE).toLocalTime()).isEqualTo("17:00");
            assertThat(workingDays.isWorkingDay(workingDays.dateOf(due))).isTrue();
            assertThat(closesWithin(asked, due)).isEqualTo(days + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // asked at, days, due
        "2026-11-24T10:00, 5, 2026-12-01T17:00",
        "2026-11-24T16:59:59, 0, 2026-11-24T17:00",
        "2026-11-24T17:00, 0, 2026-11-25T17:00",
        "2026-11-24T23:30, 5, 2026-12-02T17:00",
        "2026-11-27T18:00, 1, 2026-12-01T17:00",
        "2026-11-28T10:00, 0, 2026-11-30T17:00",
        "2026-11-28T10:00, 1, 2026-12-01T17:00",
        "2026-11-28T20:00, 1, 2026-12-01T17:00",
        "2026-12-24T18:00, 2, 2026-12-31T17:00"
    })
    void whatIsAskedWhileTheOfficeIsShutCountsAsAskedOnTheNextWorkingDay(String asked, int days, String due) {
        assertThat(workingDays.dueAfter(london(asked), days)).isEqualTo(london(due));
    }

    @Test
    void fiveInLondonStaysFiveWhenTheClocksChange() {
        assertThat(workingDays.dueAfter(london("2026-03-27T10:00"), 0)).isEqualTo("2026-03-27T17:00:00Z");
        assertThat(workingDays.dueAfter(london("2026-03-27T10:00"), 1)).isEqualTo("2026-03-30T16:00:00Z");
        assertThat(workingDays.dueAfter(london("2026-10-23T10:00"), 0)).isEqualTo("2026-10-23T16:00:00Z");
        assertThat(workingDays.dueAfter(london("2026-10-23T10:00"), 1)).isEqualTo("2026-10-26T17:00:00Z");
    }

    @Test
    void todayIsLondonsDay() {
        clock.set(Instant.parse("2026-07-01T23:30:00Z"));
        assertThat(workingDays.today()).isEqualTo("2026-07-02");
        assertThat(workingDays.dueIn(0)).isEqualTo(Date.from(Instant.parse("2026-07-02T16:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, 1, R/2026-11-25T17:00:00Z/P1D",
        "2026-11-24T17:00, 1, R/2026-11-25T17:00:00Z/P1D",
        "2026-11-24T17:02, 5, R/2026-12-01T17:00:00Z/P1D",
        "2026-11-28T10:00, 1, R/2026-11-30T17:00:00Z/P1D",
        "2026-06-30T10:00, 3, R/2026-07-03T17:00:00+01:00/P1D"
    })
    void aRepeatingTimerFallsDueAtFiveOnTheNthWorkingDayAfterToday(String now, int days, String timer) {
        clock.set(london(now));
        assertThat(workingDays.everyWorkingDays(days)).isEqualTo(timer);
    }

    @Test
    void aRepeatingTimerAskedAgainWheneverItFellDueKeepsItsRhythmOverAYear() {
        LocalDate expected = workingDays.today();
        for (int repeat = 0; repeat < 50; repeat++) {
            String timer = workingDays.everyWorkingDays(5);
            expected = workingDays.plus(expected, 5);
            Instant due =
                    OffsetDateTime.parse(timer.substring(2, timer.length() - 4)).toInstant();
            assertThat(due).isEqualTo(workingDays.closeOfDay(expected));
            clock.set(due.plus(Duration.ofMinutes(repeat)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00, R/2026-11-25T00:05:00Z/P1D",
        "2026-11-25T00:05, R/2026-11-26T00:05:00Z/P1D",
        "2026-11-27T12:00, R/2026-11-28T00:05:00Z/P1D",
        "2027-03-28T00:05, R/2027-03-29T00:05:00+01:00/P1D"
    })
    void aTimerForEachDayFallsDueAsTheNextOneBeginsDayOffOrNot(String now, String timer) {
        clock.set(london(now));
        assertThat(workingDays.asEachDayBegins()).isEqualTo(timer);
    }

    @Test
    void aClosureOfAHundredYearsIsAMistake() {
        assertThatThrownBy(() -> new Closure(
                        null, LocalDate.parse("2026-12-24"), LocalDate.parse("2206-12-31"), "County Hall closed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is longer than 60 days");
    }

    @Test
    void refusesNumbersThatMakeNoSense() {
        LocalDate day = LocalDate.parse("2026-11-24");
        assertThatThrownBy(() -> workingDays.plus(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> workingDays.minus(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> workingDays.dueIn(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> workingDays.everyWorkingDays(0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** One day at a time, the days off written out by a rule of their own. */
    private static LocalDate onFingers(LocalDate from, int days) {
        LocalDate day = from;
        int left = days;
        while (left > 0) {
            day = day.plusDays(1);
            if (!isWeekend(day) && !NaiveBankHolidays.of(day.getYear()).contains(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many times the working day closes after one moment and up to another. */
    private int closesWithin(Instant afterExclusive, Instant untilInclusive) {
        return (int) workingDays
                .dateOf(afterExclusive)
                .datesUntil(workingDays.dateOf(untilInclusive).plusDays(1))
                .filter(workingDays::isWorkingDay)
                .map(day -> day.atTime(17, 0).atZone(WorkingDays.ZONE).toInstant())
                .filter(close -> close.isAfter(afterExclusive) && !close.isAfter(untilInclusive))
                .count();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static List<LocalDate> datesOf(Set<Holiday> holidays) {
        return holidays.stream().map(Holiday::getDate).sorted().toList();
    }
}
