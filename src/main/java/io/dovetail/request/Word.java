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

    /** The word of the body that was asked, by one of its people; by nobody where it let the time pass. */
    public static Word of(BodyRequest request, @Nullable Actor actor, Instant at) {
        return actor == null
                ? new Word(request.bodyId(), null, null, at)
                : new Word(request.bodyId(), actor.personId(), actor.name(), at);
    }
}
