package io.dovetail.request;

import java.time.Instant;
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

    /** Whether the body let the time pass. */
    default boolean silent() {
        return word().personId() == null;
    }
}
