package io.dovetail.deferral;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.form.FormId;
import io.dovetail.request.AnswerNeeded;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is asked about a postponement is due before it ends; a late answer is still on record until the review goes on. The restart is
 * due when the next tier is told that it is overdue, never later.
 */
@Component
class AnswerBeforeTheDay implements AnswerNeeded {

    // What is in the way is worked out together at a workshop that is called off once the review goes on.
    private static final Set<String> ABOUT_A_POSTPONEMENT = Set.of(
            "respondToDeferral",
            "answerOffer",
            "proposeDates",
            "giveAvailability",
            "bookWorkshop",
            "recordAttendance",
            "confirmRecord");

    private final DeferralStore deferrals;
    private final DeferralEvents events;
    private final LedgerEntryStore entries;
    private final DeferralSettings settings;
    private final WorkingDays workingDays;

    // By the stores, because the beans above them ask questions themselves.
    AnswerBeforeTheDay(
            DeferralStore deferrals,
            DeferralEvents events,
            LedgerEntryStore entries,
            DeferralSettings settings,
            WorkingDays workingDays) {
        this.deferrals = deferrals;
        this.events = events;
        this.entries = entries;
        this.settings = settings;
        this.workingDays = workingDays;
    }

    @Override
    public Optional<Limit> limit(String reviewId, String question, @Nullable Long subjectId, LocalDate askedOn) {
        if (question.equals(FormId.of(RestartReview.class))) {
            return Optional.of(new Limit(workingDays.plus(askedOn, settings.restartEvery()), null));
        }
        return ABOUT_A_POSTPONEMENT.contains(question)
                ? day(reviewId).map(day -> new Limit(workingDays.minus(day, 1), null))
                : Optional.empty();
    }

    /** The day to which a review is put off that has not gone on yet. */
    private Optional<LocalDate> day(String reviewId) {
        return deferrals.findByReviewIdOrderById(reviewId).stream()
                .reduce((earlier, later) -> later)
                .filter(last -> events.of(last.number()).stream()
                        .noneMatch(event -> event.kind().ending()))
                .flatMap(last -> entries.findByDeferralIdOrderByNumber(last.number()).stream()
                        .reduce((earlier, later) -> later))
                .map(LedgerEntry::newOn);
    }
}
