package io.dovetail.workshop;

import io.dovetail.directory.Actor;
import io.dovetail.form.Shown;
import io.dovetail.request.BodyRequest;
import io.dovetail.request.Word;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a body whether the record of a workshop is right. A dissenting view is kept beside the record as it was written. */
@Component
class Confirmations {

    private final WorkshopRecords records;
    private final ScopeMatrix scope;
    private final ConfirmationStore confirmations;
    private final Clock clock;

    Confirmations(WorkshopRecords records, ScopeMatrix scope, ConfirmationStore confirmations, Clock clock) {
        this.records = records;
        this.scope = scope;
        this.confirmations = confirmations;
        this.clock = clock;
    }

    Map<String, Object> shown(BodyRequest request) {
        Workshop workshop = records.workshop(request.subject());
        Attendance held = records.attendance(workshop);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("booking", records.booking(workshop).whenAndWhere());
        shown.put("decisions", Shown.typed(held.decisions()));
        shown.put("livedExperienceView", Shown.typed(Objects.requireNonNullElse(held.livedExperienceView(), "")));
        shown.put("livedExperiencePeople", held.peopleWithLivedExperience());
        shown.put("carers", held.carersPresent());
        shown.put("attendance", records.attendanceRows(held));
        shown.put("scope", scope.rows(workshop.reviewId()));
        return shown;
    }

    void keep(BodyRequest request, @Nullable ConfirmRecord answer, @Nullable Actor actor) {
        confirmations.save(new Confirmation(
                null,
                request.number(),
                request.subject(),
                request.reviewId(),
                Word.of(request, actor, clock.instant()),
                answer != null && answer.recordIs() == ConfirmRecord.RecordIs.CONFIRMED,
                answer == null ? null : answer.whatIsWrong(),
                answer == null ? null : answer.ownView()));
    }
}
