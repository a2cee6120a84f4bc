package io.dovetail.workshop;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The dates proposed for one attempt; {@code startsAt} reads {@code 18:00}, Europe/London. */
record WorkshopDates(
        @Id @Nullable Long id,
        long workshopId,
        int attempt,
        LocalDate date1,
        LocalDate date2,
        LocalDate date3,
        @Nullable LocalDate date4,
        @Nullable LocalDate date5,
        @Nullable LocalDate date6,
        String startsAt,
        WorkshopLength length,
        @Nullable String note,
        String personId,
        String personName,
        Instant proposedAt) {

    /** The date at a place of the form, if one was proposed there. */
    @Nullable
    LocalDate date(int place) {
        return Places.pick(place, date1, date2, date3, date4, date5, date6);
    }

    /** The dates proposed, in the order of the form. */
    List<LocalDate> all() {
        return IntStream.rangeClosed(1, Places.COUNT)
                .mapToObj(this::date)
                .filter(Objects::nonNull)
                .toList();
    }

    LocalTime starts() {
        return LocalTime.parse(startsAt);
    }

    /** When a proposed date would begin and end. */
    String time() {
        return starts() + " to " + starts().plus(length.duration());
    }
}
