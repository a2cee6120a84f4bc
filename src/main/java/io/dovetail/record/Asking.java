package io.dovetail.record;

import io.dovetail.request.BodyRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A question that some have yet to answer.
 *
 * @param requests what each organisation was asked last in the rounds of this question that are open: one or more
 */
public record Asking(List<BodyRequest> requests) {

    /** Takes a copy. */
    public Asking {
        requests = List.copyOf(requests);
    }

    /**
     * The same as it is held now: what one team handed over to another is that one's to answer, and no longer the first's.
     *
     * @param isTeam whether a seat is a team
     */
    public Asking heldNow(Predicate<String> isTeam) {
        String last = requests.stream()
                .map(BodyRequest::bodyId)
                .filter(isTeam)
                .reduce((earlier, later) -> later)
                .orElse("");
        return new Asking(requests.stream()
                .filter(request -> !request.withdrawn()
                        || !isTeam.test(request.bodyId())
                        || request.bodyId().equals(last))
                .toList());
    }

    /** Those who have been asked and can answer now; none while what it belongs to is put off. */
    public List<BodyRequest> open() {
        return requests.stream()
                .filter(BodyRequest::open)
                .sorted(Comparator.comparing(BodyRequest::answerDueAt))
                .toList();
    }

    /** The id of the question. */
    public String question() {
        return requests.get(0).question();
    }

    /** How many organisations were asked. */
    public int asked() {
        return (int) requests.stream().map(BodyRequest::bodyId).distinct().count();
    }

    /** How many organisations have answered all of it, or let the time pass. */
    public int answered() {
        return asked()
                - (int) requests.stream()
                        .filter(request -> request.open() || request.withdrawn())
                        .map(BodyRequest::bodyId)
                        .distinct()
                        .count();
    }

    /** Since when the first of those who have yet to answer is asked. */
    public Instant since() {
        return open().stream()
                .map(BodyRequest::askedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("Nobody is being asked " + question() + " now."));
    }
}
