package io.dovetail.web;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.directory.Directory;
import io.dovetail.form.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ids and moments as people read them, for the pages. */
record Words(Directory directory) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "EEEE d MMMM uuuu 'at' HH:mm", Locale.UK)
            .withZone(WorkingDays.ZONE);

    /** A body's name. */
    public String body(String id) {
        return directory.body(id).name();
    }

    /** Bodies' names in one line, by the alphabet; semicolons between, because names may hold commas. */
    public String bodies(Collection<String> ids) {
        return String.join("; ", ids.stream().map(this::body).sorted().toList());
    }

    /** How a hypothesis is tested and by whom; an empty text for what is none. */
    public String tested(@Nullable String how, @Nullable String ownerId) {
        return Shown.tested(how, ownerId == null ? null : body(ownerId));
    }

    /** An area's name. */
    public String area(String id) {
        return directory.area(id).name();
    }

    /** A day such as 24 November 2026. */
    public String day(LocalDate day) {
        return Shown.day(day);
    }

    /** The day of a moment in London, such as 24 November 2026. */
    public String day(Instant moment) {
        return Shown.day(moment);
    }

    /** Days in one line. */
    public String days(List<LocalDate> days) {
        return String.join(", ", days.stream().map(Shown::day).toList());
    }

    /** A moment in London, such as Tuesday 24 November 2026 at 17:00. */
    public String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    /** The first letter as a sentence or a heading begins. */
    public String sentence(String text) {
        return Shown.sentence(text);
    }
}
