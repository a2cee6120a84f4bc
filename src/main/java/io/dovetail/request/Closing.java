package io.dovetail.request;

import io.dovetail.directory.Actor;
import io.dovetail.directory.Seat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a request was closed, if it was.
 *
 * @param closedAt when it was answered, silence was recorded, or it was withdrawn
 * @param answeredBy the sign-in id of the person who answered; none where the body stayed silent
 * @param answeredByName that person's name
 * @param stoodIn who answered in the body's place because it has ended: a body, or {@link Seat#CONVENORS}; null where it answered
 *     itself
 * @param withdrawn whether it was taken back unanswered, because what it belongs to was put off or has ended; that is no silence
 */
public record Closing(
        @Nullable Instant closedAt,
        @Nullable String answeredBy,
        @Nullable String answeredByName,
        @Nullable String stoodIn,
        boolean withdrawn) {

    /** Nobody has answered yet, and neither has silence been recorded nor the request been withdrawn. */
    public static final Closing OPEN = new Closing(null, null, null, null, false);

    static Closing answered(Instant at, Actor actor, @Nullable String inItsPlace) {
        return new Closing(at, actor.personId(), actor.name(), inItsPlace, false);
    }

    static Closing silent(Instant at) {
        return new Closing(at, null, null, null, false);
    }

    static Closing withdrawn(Instant at) {
        return new Closing(at, null, null, null, true);
    }
}
