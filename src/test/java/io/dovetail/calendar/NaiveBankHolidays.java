package io.dovetail.calendar;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The bank holidays of England and Wales from 2019 on, worked out a second time without the library. */
public final class NaiveBankHolidays {

    private static final Map<Integer, Set<LocalDate>> KNOWN = new ConcurrentHashMap<>();

    private NaiveBankHolidays() {}

    /** Those of a year. */
    public static Set<LocalDate> of(int year) {
        return KNOWN.computeIfAbsent(year, NaiveBankHolidays::calculate);
    }

    private static Set<LocalDate> calculate(int year) {
        Set<LocalDate> days = new HashSet<>();
        LocalDate easter = easter(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        days.add(
                year == 2020
                        ? LocalDate.of(2020, 5, 8)
                        : LocalDate.of(year, 5, 1).with(firstInMonth(MONDAY)));
        days.add(
                year == 2022
                        ? LocalDate.of(2022, 6, 2)
                        : LocalDate.of(year, 5, 1).with(lastInMonth(MONDAY)));
        days.add(LocalDate.of(year, 8, 1).with(lastInMonth(MONDAY)));
        for (LocalDate fixed :
                new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 25), LocalDate.of(year, 12, 26)}) {
            days.add(fixed);
            if (fixed.getDayOfWeek() == SATURDAY || fixed.getDayOfWeek() == SUNDAY) {
                LocalDate substitute = fixed.plusDays(1);
                while (substitute.getDayOfWeek() == SUNDAY
                        || days.contains(substitute)
                        || substitute.equals(LocalDate.of(year, 12, 26))) {
                    substitute = substitute.plusDays(1);
                }
                days.add(substitute);
            }
        }
        switch (year) {
            case 2022 -> {
                days.add(LocalDate.of(2022, 6, 3));
                days.add(LocalDate.of(2022, 9, 19));
            }
            case 2023 -> days.add(LocalDate.of(2023, 5, 8));
            default -> {}
        }
        return days;
    }

    /** Easter Sunday by the anonymous Gregorian computus. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int day = h + l - 7 * m + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
