package io.dovetail.request;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A room that knows by which day an answer is needed, because of what it is about, tells that by implementing this as a bean. */
public interface AnswerNeeded {

    /**
     * By when an answer is needed.
     *
     * @param due the day on which it is due at the latest
     * @param silence the day on which silence becomes the answer at the latest; none where a later one still helps
     */
    record Limit(LocalDate due, @Nullable LocalDate silence) {}

    /** By when the answer to a question that is asked on that day is needed, if it must not take its usual time. */
    default Optional<Limit> limit(String reviewId, String question, @Nullable Long subjectId, LocalDate askedOn) {
        return Optional.empty();
    }

    /** The day on which the answer is due, early or late, where what it is about has a day of its own; that takes the place of the usual time. */
    default Optional<LocalDate> day(String reviewId, String question, @Nullable Long subjectId) {
        return Optional.empty();
    }
}
