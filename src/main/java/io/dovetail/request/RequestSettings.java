package io.dovetail.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long bodies have, in working days.
 *
 * @param answerWithin how long a body has to answer, unless {@code questions} gives another time
 * @param remindEvery how long it is between two reminders while there is no answer
 * @param silenceAfter how long after the answer was due silence is recorded
 * @param freeAfter how long a person may keep a step without touching it before it is open to their colleagues again
 * @param questions how long bodies have for particular questions, by the question's id
 */
@ConfigurationProperties("dovetail.requests")
@Validated
public record RequestSettings(
        @DefaultValue("10") @Min(1) @Max(250) int answerWithin,
        @DefaultValue("4") @Min(1) @Max(250) int remindEvery,
        @DefaultValue("5") @Min(1) @Max(250) int silenceAfter,
        @DefaultValue("5") @Min(1) @Max(250) int freeAfter,
        @DefaultValue @Valid @NotNull Map<String, @Min(1) @Max(250) Integer> questions) {

    /** How many working days somebody has for a question. */
    public int answerWithin(String question) {
        return questions.getOrDefault(question, answerWithin);
    }
}
