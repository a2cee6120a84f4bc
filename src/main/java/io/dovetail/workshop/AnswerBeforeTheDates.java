package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.request.AnswerNeeded;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is asked about the dates proposed is due while they can still be booked. Who can come when is due while the first of them can
 * be, and silence is recorded while the last can; the booking is due while the date that serves best can be.
 */
@Component
class AnswerBeforeTheDates implements AnswerNeeded {

    private final WorkshopRecords records;
    private final TimeForPapers papers;
    private final DatesWeighed weighed;
    private final WorkingDays workingDays;

    AnswerBeforeTheDates(WorkshopRecords records, TimeForPapers papers, DatesWeighed weighed, WorkingDays workingDays) {
        this.records = records;
        this.papers = papers;
        this.weighed = weighed;
        this.workingDays = workingDays;
    }

    @Override
    public Optional<Limit> limit(String reviewId, String question, @Nullable Long subjectId, LocalDate askedOn) {
        if (subjectId == null) {
            return Optional.empty();
        }
        return switch (question) {
            case "giveAvailability" -> Optional.of(availability(subjectId));
            case "bookWorkshop" -> booking(subjectId, askedOn);
            default -> Optional.empty();
        };
    }

    private Limit availability(long workshopId) {
        List<LocalDate> dates = records.dates(records.workshop(workshopId)).dates();
        return new Limit(lastToAnswer(dates.get(0)), lastToAnswer(dates.get(dates.size() - 1)));
    }

    /** The papers go out when it is booked, which may take until the working day after the last answer. */
    private LocalDate lastToAnswer(LocalDate heldOn) {
        return workingDays.minus(papers.latestPapers(heldOn), 1);
    }

    /** Of those that could be booked when it was asked; where none could, days that nobody was asked about have no such limit. */
    private Optional<Limit> booking(long workshopId, LocalDate askedOn) {
        Workshop workshop = records.workshop(workshopId);
        LocalDate earliest = papers.earliest(askedOn);
        return DateSuggestion.among(weighed.weighed(records.dates(workshop), records.availability(workshop)).stream()
                        .filter(date -> !date.date().isBefore(earliest))
                        .toList())
                .map(best -> new Limit(papers.latestPapers(best.date()), null));
    }
}
