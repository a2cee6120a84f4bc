package io.dovetail.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a partnership may change about its working days ({@code dovetail.calendar}).
 *
 * @param closeOfDay the time of day, in Europe/London, at which deadlines fall. In a YAML file it needs quotes
 *     ({@code "16:30"}), because YAML reads bare digits with a colon as a number in base sixty
 * @param closures days on which nobody in the partnership works, besides weekends and bank holidays: a town's own
 *     holiday, the days between Christmas and New Year, a bank holiday proclaimed after this version was built
 */
@ConfigurationProperties("dovetail.calendar")
public record CalendarSettings(
        @DefaultValue("17:00") LocalTime closeOfDay,
        @DefaultValue List<Closure> closures) {

    /** Takes a copy of the list, so that the settings never change once they are read. */
    public CalendarSettings {
        closures = List.copyOf(closures);
    }

    /** The settings of somebody who set nothing: 17:00, no closures. */
    public static CalendarSettings standard() {
        return new CalendarSettings(LocalTime.of(17, 0), List.of());
    }

    /**
     * One closed day ({@code on}), or all days of a stretch ({@code from}, {@code to}, both included).
     *
     * @param on the closed day, or null for a stretch; dates are written 2026-12-24
     * @param from the first closed day of a stretch, or null for a single day
     * @param to the last closed day of a stretch, or null for a single day
     * @param why the reason as people would say it, such as "County Hall closed"
     */
    public record Closure(
            @Nullable LocalDate on,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String why) {

        /** In days. */
        private static final int LONGEST = 60;

        /**
         * Checks that the closure says when and why.
         *
         * @throws IllegalArgumentException in one sentence for whoever wrote the configuration; it stops the start
         */
        public Closure {
            if (why == null || why.isBlank()) {
                throw new IllegalArgumentException("A closure in dovetail.calendar.closures (%s) does not say why. Add"
                                .formatted(on != null ? on : from)
                        + " 'why' with the reason, such as 'County Hall closed'.");
            }
            boolean singleDay = on != null && from == null && to == null;
            boolean stretch = on == null && from != null && to != null;
            if (!singleDay && !stretch) {
                throw new IllegalArgumentException(
                        "The closure '%s' in dovetail.calendar.closures needs either 'on' (one day) or both 'from' and 'to'."
                                .formatted(why));
            }
            if (from != null && to != null && to.isBefore(from)) {
                throw new IllegalArgumentException(
                        "The closure '%s' in dovetail.calendar.closures ends (%s) before it begins (%s)."
                                .formatted(why, to, from));
            }
            if (from != null && to != null && ChronoUnit.DAYS.between(from, to) >= LONGEST) {
                throw new IllegalArgumentException(
                        "The closure '%s' in dovetail.calendar.closures (%s to %s) is longer than %d days, and would move every deadline; please check its years."
                                .formatted(why, from, to, LONGEST));
            }
        }

        /** Whether this closure covers the day. */
        boolean covers(LocalDate day) {
            return day.equals(on) || (from != null && to != null && !day.isBefore(from) && !day.isAfter(to));
        }
    }
}
