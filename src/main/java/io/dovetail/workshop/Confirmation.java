package io.dovetail.workshop;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A body's word on the record of a workshop.
 *
 * @param requestId the request it answers
 * @param confirmed whether the body confirmed the record
 * @param whatIsWrong what it says is wrong, where it did not
 * @param ownView its own view, kept beside the record as it was written
 */
public record Confirmation(
        @Id @Nullable Long id,
        long requestId,
        long workshopId,
        String reviewId,
        @Embedded.Empty Word word,
        boolean confirmed,
        @Nullable String whatIsWrong,
        @Nullable String ownView)
        implements Said {

    /** What the body said, in plain words. */
    public String label() {
        if (silent()) {
            return "No answer";
        }
        return confirmed ? "Confirms it" : "Does not confirm it";
    }
}
