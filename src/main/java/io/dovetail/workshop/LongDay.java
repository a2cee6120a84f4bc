package io.dovetail.workshop;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A date with its weekday, which people look for when they agree a day. */
final class LongDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);

    private LongDay() {}

    static String of(LocalDate date) {
        return DAY.format(date);
    }
}
