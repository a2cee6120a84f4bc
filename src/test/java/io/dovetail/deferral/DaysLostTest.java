package io.dovetail.deferral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.CalendarSettings;
import io.dovetail.calendar.MovableClock;
import io.dovetail.calendar.NaiveBankHolidays;
import io.dovetail.calendar.WorkingDays;
import io.dovetail.deferral.DaysLost.Wait;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DaysLostTest {

    private static final int TRIES = 2_000;

    private final WorkingDays workingDays =
            new WorkingDays(CalendarSettings.standard(), MovableClock.atLondon("2026-11-24T10:00"));

    @Test
    void aWaitCostsTheWorkingDaysAfterItBeganUpToTheDayTheReviewWentOn() {
        // Tuesday to the next Monday: Wednesday, Thursday, Friday, Monday.
        assertThat(lost("2026-11-24", new Wait(day("2026-11-24"), day("2026-11-27"), day("2026-11-30"))))
                .isEqualTo(4);
        // Over Christmas 2026: 24, 29, 30, 31 December and 4 January.
        assertThat(lost("2027-01-04", new Wait(day("2026-12-23"), day("2027-01-04"), day("2027-01-04"))))
                .isEqualTo(5);
        // The clocks change on 28 March 2027; Good Friday is the 26th, Easter Monday the 29th.
        assertThat(lost("2027-03-30", new Wait(day("2027-03-25"), day("2027-03-30"), day("2027-03-30"))))
                .isEqualTo(1);
    }

    @Test
    void whileItLastsItCostsWhatWasPlannedAndThenEveryDayMore() {
        Wait wait = new Wait(day("2026-11-24"), day("2026-12-01"), null);
        assertThat(lost("2026-11-25", wait)).isEqualTo(5);
        assertThat(lost("2026-12-01", wait)).isEqualTo(5);
        assertThat(lost("2026-12-02", wait)).isEqualTo(6);
        assertThat(lost("2026-11-27", new Wait(day("2026-11-24"), null, null))).isEqualTo(3);
    }

    @Test
    void aSecondCountAgrees() {
        Random lots = new Random(20261125);
        for (int i = 0; i < TRIES; i++) {
            List<Wait> waits = new ArrayList<>();
            LocalDate today = LocalDate.of(2020, 1, 1).plusDays(lots.nextInt(3_600));
            LocalDate from = today.minusDays(lots.nextInt(900));
            int number = 1 + lots.nextInt(5);
            for (int j = 0; j < number && !from.isAfter(today); j++) {
                LocalDate planned = from.plusDays(1 + lots.nextInt(120));
                LocalDate ended = from.plusDays(lots.nextInt(200));
                boolean open = j == number - 1 || ended.isAfter(today);
                waits.add(new Wait(from, lots.nextInt(10) == 0 ? null : planned, open ? null : ended));
                from = ended.plusDays(lots.nextInt(60));
                if (open) {
                    break;
                }
            }
            assertThat(DaysLost.of(waits, today, workingDays))
                    .as("%s, as of %s", waits, today)
                    .isEqualTo(naively(waits, today));
        }
    }

    @Test
    void endingLaterNeverCostsLess() {
        Random lots = new Random(4);
        for (int i = 0; i < TRIES; i++) {
            LocalDate from = LocalDate.of(2025, 1, 1).plusDays(lots.nextInt(2_000));
            LocalDate ended = from.plusDays(lots.nextInt(150));
            int lost = DaysLost.of(List.of(new Wait(from, null, ended)), ended, workingDays);
            int later = DaysLost.of(List.of(new Wait(from, null, ended.plusDays(1))), ended.plusDays(1), workingDays);
            assertThat(later - lost).isBetween(0, 1);
        }
    }

    private int lost(String today, Wait wait) {
        return DaysLost.of(List.of(wait), day(today), workingDays);
    }

    /** Day by day, with bank holidays worked out without the library. */
    private static int naively(List<Wait> waits, LocalDate today) {
        int lost = 0;
        for (Wait wait : waits) {
            @Nullable LocalDate last = wait.endedOn();
            if (last == null) {
                last = wait.plannedTo() != null && wait.plannedTo().isAfter(today) ? wait.plannedTo() : today;
            }
            for (LocalDate day = wait.from().plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
                boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
                if (!weekend && !NaiveBankHolidays.of(day.getYear()).contains(day)) {
                    lost++;
                }
            }
        }
        return lost;
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
