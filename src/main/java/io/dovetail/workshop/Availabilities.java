package io.dovetail.workshop;

import io.dovetail.directory.Actor;
import io.dovetail.form.Refused;
import io.dovetail.form.Shown;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a body which of the proposed dates it can make. No body sees what another answered. */
@Component
class Availabilities {

    private final WorkshopRecords records;
    private final Meetings meetings;
    private final AvailabilityStore availability;
    private final Clock clock;

    Availabilities(WorkshopRecords records, Meetings meetings, AvailabilityStore availability, Clock clock) {
        this.records = records;
        this.meetings = meetings;
        this.availability = availability;
        this.clock = clock;
    }

    Map<String, Object> shown(BodyRequest request) {
        Workshop workshop = records.workshop(request.subject());
        ProposeDates proposed = records.dates(workshop);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("purpose", workshop.purpose().label());
        shown.put("time", proposed.time());
        shown.put("note", Shown.typed(Objects.requireNonNullElse(proposed.note(), "")));
        shown.put("whyAgain", meetings.whyAgain(workshop));
        for (int place = 1; place <= Places.COUNT; place++) {
            LocalDate date = proposed.date(place);
            shown.put("date" + place, date == null ? "" : LongDay.of(date));
        }
        return shown;
    }

    void keep(BodyRequest request, @Nullable GiveAvailability answer, @Nullable Actor actor) {
        Workshop workshop = records.workshop(request.subject());
        availability.save(new Availability(
                null,
                request.number(),
                workshop.number(),
                workshop.attempt(),
                Word.of(request, actor, clock.instant()),
                answer == null ? null : toEachDate(answer, records.dates(workshop))));
    }

    private static GiveAvailability toEachDate(GiveAvailability answer, ProposeDates proposed) {
        for (int place = 1; place <= Places.COUNT; place++) {
            if (proposed.date(place) != null && answer.can(place) == null) {
                throw new Refused("Please say whether you can make the " + Places.name(place) + " date too.");
            }
        }
        return answer.to(proposed);
    }
}
