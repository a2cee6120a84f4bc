package io.dovetail.workshop;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.request.AnswerNeeded;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who can come when is asked with a time that fits the dates proposed: it is due while the first of them can still be booked, and
 * silence is recorded while the last can.
 */
@Component
class AnswerBeforeTheDates implements AnswerNeeded {

    private final WorkshopRecords records;
    private final WorkshopSettings settings;
    private final WorkingDays workingDays;

    AnswerBeforeTheDates(WorkshopRecords records, WorkshopSettings settings, WorkingDays workingDays) {
        this.records = records;
        this.settings = settings;
        this.workingDays = workingDays;
    }

    @Override
    public Optional<Limit> limit(String reviewId, String question, @Nullable Long subjectId, LocalDate askedOn) {
        if (!question.equals("giveAvailability") || subjectId == null) {
            return Optional.empty();
        }
        List<LocalDate> dates = records.dates(records.workshop(subjectId)).dates().stream()
                .sorted(Comparator.naturalOrder())
                .toList();
        // The papers go out when it is booked, which may take until the working day after the last answer.
        int before = settings.papersDaysAhead() + 1;
        return Optional.of(new Limit(
                workingDays.minus(dates.get(0), before), workingDays.minus(dates.get(dates.size() - 1), before)));
    }
}
