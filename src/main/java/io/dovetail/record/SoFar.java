package io.dovetail.record;

import io.dovetail.request.BodyRequest;
import java.util.List;
import java.util.Objects;

/**
 * A review as its parts are asked of it: read once for all of them.
 *
 * @param reference the review
 * @param underWay whether it has not ended
 * @param asked all that was asked in it, in the order in which it was asked
 * @param rounds which of that is not complete
 */
public record SoFar(String reference, boolean underWay, List<BodyRequest> asked, Rounds rounds) {

    /** Takes a copy, and finds out which rounds are complete. */
    public static SoFar of(String reference, boolean underWay, List<BodyRequest> asked) {
        return new SoFar(reference, underWay, List.copyOf(asked), Rounds.of(asked, underWay));
    }

    /** What was asked about one subject in it. */
    public List<BodyRequest> askedAbout(long subjectId) {
        return asked.stream()
                .filter(request -> Objects.equals(request.subjectId(), subjectId))
                .toList();
    }
}
