package io.dovetail.county;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.request.AnswerNeeded;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when county leads are asked: to confirm and to answer within the days the county has, to report by the day they promised. */
@Component
class CountyDays implements AnswerNeeded {

    private final CountyReviews counties;
    private final Dispatches dispatches;
    private final WorkingDays workingDays;
    private final CountySettings settings;

    CountyDays(CountyReviews counties, Dispatches dispatches, WorkingDays workingDays, CountySettings settings) {
        this.counties = counties;
        this.dispatches = dispatches;
        this.workingDays = workingDays;
        this.settings = settings;
    }

    @Override
    public Optional<LocalDate> day(String question, String reviewId, @Nullable Long subjectId) {
        return switch (question) {
            case "confirmCounty" ->
                Optional.of(workingDays.dateOf(counties.get(reviewId).confirmationDueAt()));
            case "reportCounty" -> Optional.ofNullable(counties.get(reviewId).findingsOn());
            case "answerFinding" ->
                subjectId == null
                        ? Optional.empty()
                        : dispatches
                                .takenInAt(reviewId, subjectId)
                                .map(at -> workingDays.dateOf(workingDays.dueAfter(at, settings.answerWithin())));
            default -> Optional.empty();
        };
    }
}
