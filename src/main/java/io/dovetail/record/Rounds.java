package io.dovetail.record;

import io.dovetail.form.FormId;
import io.dovetail.request.BodyRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which rounds of asking are not complete. What was answered in such a round is for nobody's eyes yet: nobody is to answer by what
 * the others said. A round that is put off goes on where it was interrupted, so it stays one round until those that had not
 * answered then have been asked again and have.
 */
public final class Rounds {

    private final List<Round> open;

    private Rounds(List<Round> open) {
        this.open = List.copyOf(open);
    }

    /**
     * The rounds of a review.
     *
     * @param requests all that was asked in a review, in the order it was asked
     * @param underWay whether the review goes on, so that what was withdrawn is still to be asked again
     */
    public static Rounds of(List<BodyRequest> requests, boolean underWay) {
        Map<About, Round> latest = new LinkedHashMap<>();
        for (BodyRequest request : requests) {
            About about = About.of(request);
            Round round = latest.get(about);
            if (round == null || round.isOverBefore(request)) {
                round = new Round(request, underWay);
                latest.put(about, round);
            }
            round.add(request);
        }
        return new Rounds(
                latest.values().stream().filter(round -> !round.complete()).toList());
    }

    /**
     * What is being asked, one entry a question with every organisation that was asked it, in the order in which it was asked. A
     * round that was put off or that another's answer ended is left out where the same is asked again about something else.
     */
    public List<Asking> asking() {
        Map<String, List<Round>> byQuestion = new LinkedHashMap<>();
        open.forEach(round -> byQuestion
                .computeIfAbsent(round.question(), question -> new ArrayList<>())
                .add(round));
        return byQuestion.values().stream().map(Rounds::asking).toList();
    }

    private static Asking asking(List<Round> rounds) {
        boolean asked = rounds.stream().anyMatch(Round::asked);
        return new Asking(rounds.stream()
                .filter(round -> !asked || round.asked())
                .flatMap(round -> round.latest().stream())
                .toList());
    }

    /** Whether everybody has answered a question about one thing, or the time for it has passed. */
    public boolean complete(Class<? extends Record> question, long subjectId) {
        return open.stream().noneMatch(round -> round.about.equals(new About(FormId.of(question), subjectId)));
    }

    /** Whether everybody has answered a question, or the time for it has passed. */
    public boolean complete(Class<? extends Record> question) {
        return openSince(question).isEmpty();
    }

    /** The answers that everybody may read: those from before the round that is still open. */
    public <T> List<T> complete(Class<? extends Record> question, List<T> answers, Function<T, Instant> givenAt) {
        return openSince(question)
                .map(since -> answers.stream()
                        .filter(answer -> givenAt.apply(answer).isBefore(since))
                        .toList())
                .orElse(answers);
    }

    private Optional<Instant> openSince(Class<? extends Record> question) {
        String id = FormId.of(question);
        return open.stream()
                .filter(round -> round.question().equals(id))
                .map(round -> round.since)
                .min(Instant::compareTo);
    }

    private record About(String question, @Nullable Long subjectId) {

        static About of(BodyRequest request) {
            return new About(request.question(), request.subjectId());
        }
    }

    /** One question about one thing, from the moment the first organisation is asked it until the last has answered. */
    private static final class Round {

        private final About about;
        private final Instant since;
        private final boolean underWay;
        private final Map<String, BodyRequest> latestOfEach = new LinkedHashMap<>();

        Round(BodyRequest first, boolean underWay) {
            this.about = About.of(first);
            this.since = first.askedAt();
            this.underWay = underWay;
        }

        String question() {
            return about.question();
        }

        List<BodyRequest> latest() {
            return List.copyOf(latestOfEach.values());
        }

        void add(BodyRequest request) {
            latestOfEach.put(request.bodyId(), request);
        }

        /** Whether somebody is asked at the moment, so that it has not been put off. */
        boolean asked() {
            return latestOfEach.values().stream().anyMatch(BodyRequest::open);
        }

        boolean complete() {
            return latestOfEach.values().stream().noneMatch(this::waitedFor);
        }

        /**
         * Everybody is asked together, but one a moment after the other. So it is a new round only if this organisation has
         * answered already, or if everybody had before it was asked.
         */
        boolean isOverBefore(BodyRequest next) {
            BodyRequest before = latestOfEach.get(next.bodyId());
            return before != null
                    ? !waitedFor(before)
                    : latestOfEach.values().stream()
                            .allMatch(request -> !waitedFor(request) && closedBefore(request, next.askedAt()));
        }

        private boolean waitedFor(BodyRequest request) {
            return request.open() || (request.withdrawn() && underWay);
        }

        private static boolean closedBefore(BodyRequest request, Instant moment) {
            Instant closed = request.closedAt();
            return closed != null && closed.isBefore(moment);
        }
    }
}
