package io.dovetail.form;

import io.dovetail.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are put before people in a form. */
public final class Shown {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", Locale.UK).withZone(WorkingDays.ZONE);

    private Shown() {}

    /** A day as people write it, such as 3 March 2026. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day in London of a moment, such as 3 March 2026. */
    public static String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, WorkingDays.ZONE));
    }

    /** A moment as the clock on the wall in London shows it, to the second, such as 3 March 2026, 09:05:00. */
    public static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /**
     * A text that somebody typed, to be put into the Markdown of a form: shown letter by letter, whatever it holds, so that
     * nobody can put a link or a heading into another body's form. Lines stay lines. Not for tables, which show plain text.
     */
    public static String typed(String text) {
        return text.strip()
                .lines()
                .map(String::strip)
                .map(line -> line.replaceAll("[\\p{Punct}]", "\\\\$0"))
                .collect(Collectors.joining("\n"));
    }

    /** The same with a capital letter, as a sentence or a heading begins. */
    public static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    /**
     * How a hypothesis is tested and by whom, in one line; an empty text for what is none.
     *
     * @param how how it is tested
     * @param owner the name of who tests it; none where that was not said
     */
    public static String tested(@Nullable String how, @Nullable String owner) {
        if (how == null || how.isBlank()) {
            return "";
        }
        return how.strip() + (owner == null ? "" : " (Who tests it: " + owner + ")");
    }

    /** One choice of a select: what is sent and what people read. */
    public static Map<String, Object> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }
}
