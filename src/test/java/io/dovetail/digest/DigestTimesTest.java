package io.dovetail.digest;

import static io.dovetail.calendar.MovableClock.london;
import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the weekly mails are due. */
class DigestTimesTest {

    private static final DigestSettings MONDAY_AT_EIGHT = new DigestSettings(DayOfWeek.MONDAY, LocalTime.of(8, 0), 28);

    @ParameterizedTest
    @CsvSource({
        // Tuesday before and after eight.
        "2026-11-24T07:59, R/2026-11-24T08:00:00Z/P1D",
        "2026-11-24T08:00, R/2026-11-25T08:00:00Z/P1D",
        "2026-11-24T10:00, R/2026-11-25T08:00:00Z/P1D",
        // Christmas on a Friday; the holiday for Boxing Day is Monday's.
        "2026-12-24T10:00, R/2026-12-29T08:00:00Z/P1D",
        "2026-12-26T07:00, R/2026-12-29T08:00:00Z/P1D",
        // Over the weekend on which the clocks go forward: eight in the morning stays eight.
        "2027-03-26T10:00, R/2027-03-30T08:00:00+01:00/P1D"
    })
    void onEachWorkingDayItIsAsked(String now, String cycle) {
        assertThat(times(now).everyWorkingDay()).isEqualTo(cycle);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:59, 2026-11-16",
        "2026-11-23T08:00, 2026-11-23",
        "2026-11-29T23:00, 2026-11-23",
        // A bank holiday: that week begins on Tuesday.
        "2026-12-28T12:00, 2026-12-21",
        "2026-12-29T07:59, 2026-12-21",
        "2026-12-29T08:00, 2026-12-28"
    })
    void theWeekThatIsDue(String now, LocalDate week) {
        assertThat(times(now).latestWeek()).isEqualTo(week);
    }

    @Test
    void aWeekInWhichNobodyWorksIsDueWithTheNext() {
        CalendarSettings closed = new CalendarSettings(
                LocalTime.of(17, 0),
                List.of(new CalendarSettings.Closure(
                        null, LocalDate.parse("2027-02-15"), LocalDate.parse("2027-02-19"), "County Hall closed")));
        DigestTimes times = times("2027-02-22T08:00", closed);
        assertThat(times.latestWeek()).isEqualTo("2027-02-22");
        assertThat(times.dueAt(LocalDate.parse("2027-02-15"))).isEqualTo(london("2027-02-22T08:00"));
        assertThat(times("2027-02-20T12:00", closed).latestWeek()).isEqualTo("2027-02-08");
    }

    private static DigestTimes times(String now) {
        return times(now, CalendarSettings.standard());
    }

    private static DigestTimes times(String now, CalendarSettings calendar) {
        MovableClock clock = MovableClock.atLondon(now);
        return new DigestTimes(MONDAY_AT_EIGHT, new WorkingDays(calendar, clock), clock);
    }
}
