package io.dovetail.request;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row that keeps what a body said when it was asked, or that it stayed silent. */
public interface Said {

    /** Whose word it is, who gave it and when. */
    Word word();

    /** The body. */
    default String bodyId() {
        return word().bodyId();
    }

    /** The name of the person who gave it; none where the body stayed silent. */
    default @Nullable String personName() {
        return word().personName();
    }

    /** When, or when its silence was recorded. */
    default Instant givenAt() {
        return word().givenAt();
    }

    /** Those of these bodies that are to be asked, in their order: they have not answered yet, or stayed silent. */
    static List<String> yetToAnswer(List<String> bodyIds, Collection<? extends Said> given) {
        Set<String> answered =
                given.stream().filter(said -> !said.silent()).map(Said::bodyId).collect(Collectors.toSet());
        return bodyIds.stream().filter(body -> !answered.contains(body)).toList();
    }

    /** Whether the body let the time pass. */
    default boolean silent() {
        return word().personId() == null;
    }
}
