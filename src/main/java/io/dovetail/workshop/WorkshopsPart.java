package io.dovetail.workshop;

import io.dovetail.form.Shown;
import io.dovetail.record.Ahead;
import io.dovetail.record.RecordPart;
import io.dovetail.record.SaidAlike;
import io.dovetail.record.SoFar;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The record's part on workshops: those to come, and those that were held with what bodies say to their records. */
@Component
@Order(500)
class WorkshopsPart implements RecordPart {

    private final Workshops workshops;

    WorkshopsPart(Workshops workshops) {
        this.workshops = workshops;
    }

    /** A workshop that was held, and what bodies said to its record. */
    record Held(Meeting meeting, SaidAlike<Confirmation> confirmations) {}

    record AllWorkshops(List<Planned> planned, List<Held> held) {}

    @Override
    public Heading heading() {
        return Heading.always("workshops", "Workshops");
    }

    @Override
    public Optional<AllWorkshops> of(SoFar review) {
        List<Planned> planned = review.underWay() ? workshops.planned(review.reference()) : List.of();
        List<Held> held = held(review);
        return planned.isEmpty() && held.isEmpty() ? Optional.empty() : Optional.of(new AllWorkshops(planned, held));
    }

    private List<Held> held(SoFar review) {
        Map<Long, List<Confirmation>> confirmations = review
                .rounds()
                .complete(ConfirmRecord.class, workshops.confirmations(review.reference()), Confirmation::givenAt)
                .stream()
                .collect(Collectors.groupingBy(Confirmation::workshopId));
        return workshops.meetings(review.reference()).stream()
                // Only the attempt at which every voice was in the room has a record to confirm.
                .map(meeting -> new Held(
                        meeting,
                        SaidAlike.of(
                                meeting.absentVoices().isEmpty()
                                        ? confirmations.getOrDefault(meeting.workshopId(), List.of())
                                        : List.of(),
                                Confirmation::label,
                                each -> each.whatIsWrong() != null || each.ownView() != null)))
                .toList();
    }

    @Override
    public List<Ahead> ahead(SoFar review) {
        return review.underWay()
                ? workshops.planned(review.reference()).stream()
                        .map(WorkshopsPart::ahead)
                        .toList()
                : List.of();
    }

    private static Ahead ahead(Planned planned) {
        Planned.Booked booked = planned.booked();
        String which = "The " + planned.purpose().label() + " workshop";
        if (booked != null) {
            return new Ahead(booked.on(), "%s is held, %s to %s.".formatted(which, booked.starts(), booked.ends()));
        }
        LocalDate first = planned.proposed().get(0);
        return new Ahead(
                first,
                which + " is held on one of the days proposed: "
                        + planned.proposed().stream().map(Shown::day).collect(Collectors.joining(", ")) + ".");
    }
}
