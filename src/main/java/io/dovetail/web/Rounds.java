package io.dovetail.web;

import io.dovetail.form.Form;
import io.dovetail.request.BodyRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rounds of asking are not complete. What was answered in such a round is for nobody's eyes yet: nobody is to answer by what
 * the others said. A round that is put off goes on where it stood, so it stays one round until those that had not answered then
 * have been asked again and have.
 *
 * @param openSince by the id of a question, since when it is being asked with somebody's answer still to come, now or once the
 *     put-off is over
 * @param open the same by the question and what it is about, for questions that are asked about several things at once
 */
record Rounds(Map<String, Instant> openSince, Set<About> open) {

    /**
     * @param requests all that was asked in a review, in the order it was asked
     * @param underWay whether the review goes on, so that what was withdrawn is still to be asked again
     */
    static Rounds of(List<BodyRequest> requests, boolean underWay) {
        Map<Whom, Instant> waitingSince = new LinkedHashMap<>();
        for (BodyRequest request : requests) {
            Whom whom = Whom.of(request);
            if (request.open() || (request.withdrawn() && underWay)) {
                // A round is asked at one stroke, before anybody can answer, and only when the one before it is
                // complete; whoever is asked a second time within it has been waited for since the first.
                waitingSince.putIfAbsent(whom, request.askedAt());
            } else {
                waitingSince.remove(whom);
            }
        }
        Map<String, Instant> since = new HashMap<>();
        waitingSince.forEach((whom, asked) -> since.merge(whom.question(), asked, (a, b) -> a.isBefore(b) ? a : b));
        return new Rounds(
                Map.copyOf(since),
                waitingSince.keySet().stream().map(About::of).collect(Collectors.toUnmodifiableSet()));
    }

    /** What somebody is asked, and about what: asked anew after a put-off, it is still the same. */
    record Whom(String question, String bodyId, @Nullable Long subjectId) {

        static Whom of(BodyRequest request) {
            return new Whom(request.question(), request.bodyId(), request.subjectId());
        }
    }

    /** A question and what it is about. */
    record About(String question, @Nullable Long subjectId) {

        static About of(Whom whom) {
            return new About(whom.question(), whom.subjectId());
        }
    }

    /** Whether everybody has answered a question about one thing, or the time for it has passed. */
    boolean complete(Class<? extends Record> question, long subjectId) {
        return !open.contains(new About(id(question), subjectId));
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
