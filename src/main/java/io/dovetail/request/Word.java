package io.dovetail.request;

import io.dovetail.directory.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose word a row keeps, and who gave it.
 *
 * @param personId the sign-in id of the person who gave it; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when, or when its silence was recorded
 */
public record Word(
        String bodyId, @Nullable String personId, @Nullable String personName, Instant givenAt) {

    /** The word of a body, by one of its people. */
    public static Word of(BodyRequest request, Actor actor, Instant at) {
        return of(request.bodyId(), actor, at);
    }

    /** The word of a body, by one of its people. */
    public static Word of(String bodyId, Actor actor, Instant at) {
        return new Word(bodyId, actor.personId(), actor.name(), at);
    }

    /** That a body let the time pass. */
    public static Word silence(String bodyId, Instant at) {
        return new Word(bodyId, null, null, at);
    }
}
