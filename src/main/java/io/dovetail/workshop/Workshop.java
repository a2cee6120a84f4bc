package io.dovetail.workshop;

import io.dovetail.keeping.Numbered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * One workshop, however many attempts it takes until every voice is in the room.
 *
 * @param purpose what it is for
 * @param attempt which attempt this is, from 1
 * @param openedAt when it was found to be needed
 * @param closedAt when everybody had been asked to confirm its record
 */
record Workshop(
        @Id @Nullable Long id,
        String reviewId,
        Purpose purpose,
        int attempt,
        Instant openedAt,
        @Nullable Instant closedAt)
        implements Numbered {

    Workshop nextAttempt() {
        return new Workshop(id, reviewId, purpose, attempt + 1, openedAt, null);
    }

    Workshop closed(Instant at) {
        return new Workshop(id, reviewId, purpose, attempt, openedAt, at);
    }
}
