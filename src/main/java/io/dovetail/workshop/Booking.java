package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One attempt as it was booked; {@code startsAt} reads {@code 18:00}, Europe/London. */
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
        Instant bookedAt) {

    LocalTime starts() {
        return LocalTime.parse(startsAt);
    }

    LocalTime ends() {
        return starts().plus(length.duration());
    }

    Instant endsAt() {
        return heldOn.atTime(ends()).atZone(WorkingDays.ZONE).toInstant();
    }
}
