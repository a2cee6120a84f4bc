package io.dovetail.web;

import io.dovetail.form.Form;
import io.dovetail.request.BodyRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Which rounds of asking are not complete. What was answered in such a round is for nobody's eyes yet: nobody is to answer by what
 * the others said.
 *
 * @param openSince by the id of a question, since when it is being asked with somebody's answer still to come
 */
record Rounds(Map<String, Instant> openSince) {

    static Rounds of(List<BodyRequest> requests) {
        Map<String, Instant> since = new HashMap<>();
        for (BodyRequest request : requests) {
            if (request.open()) {
                // A round is asked at one stroke, before anybody can answer, and only when the one before it is
                // complete.
                since.merge(request.question(), request.askedAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return new Rounds(Map.copyOf(since));
    }

    /** Whether everybody has answered a question, or the time for it has passed. */
    boolean complete(Class<? extends Record> question) {
        return !openSince.containsKey(id(question));
    }

    /** The answers that everybody may read: those from before the round that is still open. */
    <T> List<T> complete(Class<? extends Record> question, List<T> answers, Function<T, Instant> givenAt) {
        Instant since = openSince.get(id(question));
        return since == null
                ? answers
                : answers.stream()
                        .filter(answer -> givenAt.apply(answer).isBefore(since))
                        .toList();
    }

    private static String id(Class<? extends Record> question) {
        return Objects.requireNonNull(question.getAnnotation(Form.class)).value();
    }
}
