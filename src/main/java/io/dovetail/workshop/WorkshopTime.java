package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When a workshop is held, in Europe/London. */
record WorkshopTime(LocalDate heldOn, LocalTime startsAt, WorkshopLength length) {

    LocalTime endsAt() {
        return startsAt.plus(length.duration());
    }

    /** When it begins, on the wall clock of London. */
    ZonedDateTime begins() {
        return heldOn.atTime(startsAt).atZone(WorkingDays.ZONE);
    }

    /** When it ends, on the wall clock of London. */
    ZonedDateTime ends() {
        return heldOn.atTime(endsAt()).atZone(WorkingDays.ZONE);
    }
}
