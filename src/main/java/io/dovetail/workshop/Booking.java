package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One attempt as it was booked; {@code startsAt} reads {@code 18:00}, Europe/London. {@code overAt} is set once its hour has come while
 * the review was under way, so that a postponement that comes between the workshop and its record does not undo it.
 */
record Booking(
        @Id @Nullable Long id,
        long workshopId,
        int attempt,
        LocalDate heldOn,
        String startsAt,
        WorkshopLength length,
        String place,
        @Nullable String remoteLink,
        LocalDate papersOn,
        boolean paymentOffered,
        @Nullable String note,
        String personId,
        String personName,
        Instant bookedAt,
        @Nullable Instant overAt) {

    Booking over(Instant at) {
        return new Booking(
                id,
                workshopId,
                attempt,
                heldOn,
                startsAt,
                length,
                place,
                remoteLink,
                papersOn,
                paymentOffered,
                note,
                personId,
                personName,
                bookedAt,
                at);
    }

    LocalTime starts() {
        return LocalTime.parse(startsAt);
    }

    LocalTime ends() {
        return starts().plus(length.duration());
    }

    /** When and where the workshop is held, as one line of Markdown. */
    String whenAndWhere() {
        return LongDay.of(heldOn) + ", " + starts() + " to " + ends() + ", " + Shown.typed(place);
    }

    /** When it begins, on the wall clock of London. */
    ZonedDateTime begins() {
        return heldOn.atTime(starts()).atZone(WorkingDays.ZONE);
    }

    Instant beginsAt() {
        return begins().toInstant();
    }

    Instant endsAt() {
        return heldOn.atTime(ends()).atZone(WorkingDays.ZONE).toInstant();
    }
}
