package io.dovetail.county;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.request.AnswerNeeded;
import io.dovetail.request.HandOver;
import io.dovetail.request.HandOvers;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By when county leads are asked: to confirm and to answer within the days the county has, to report by the day they promised. */
@Component
class CountyDays implements AnswerNeeded {

    private final CountyReviews counties;
    private final Dispatches dispatches;
    private final WorkingDays workingDays;
    private final CountySettings settings;
    private final HandOvers handOvers;
    private final CountyChoiceStore choices;

    CountyDays(
            CountyReviews counties,
            Dispatches dispatches,
            WorkingDays workingDays,
            CountySettings settings,
            HandOvers handOvers,
            CountyChoiceStore choices) {
        this.counties = counties;
        this.dispatches = dispatches;
        this.workingDays = workingDays;
        this.settings = settings;
        this.handOvers = handOvers;
        this.choices = choices;
    }

    /** Whoever has taken a county review over after its day has the usual time. */
    @Override
    public Optional<LocalDate> day(String reviewId, String question, @Nullable Long subjectId) {
        Optional<LocalDate> own = own(reviewId, question, subjectId);
        return own.filter(day -> !day.isBefore(takenOverOn(reviewId)));
    }

    /** The day on which the county review was last taken over, or on which it was chosen how it goes on. */
    private LocalDate takenOverOn(String countyId) {
        return Stream.concat(
                        handOvers.ofReview(countyId).stream().map(HandOver::handedAt),
                        choices.findByCountyIdOrderById(countyId).stream()
                                .map(CountyChoice::chosenAt)
                                .flatMap(Stream::ofNullable))
                .map(workingDays::dateOf)
                .reduce(LocalDate.MIN, (earlier, later) -> later);
    }

    private Optional<LocalDate> own(String reviewId, String question, @Nullable Long subjectId) {
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
