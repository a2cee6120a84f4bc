package io.dovetail.request;

import io.dovetail.directory.Author;
import io.dovetail.directory.Seat;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * That a body's place in a review has passed on, because the body has ended; or what a team is asked, because it handed that over
 * or stood still.
 *
 * @param bodyId the body whose place it is
 * @param fromHolder who answered for it before: a body, or {@link Seat#CONVENORS}
 * @param toHolder who answers for it from then on: a body, or {@link Seat#CONVENORS}
 * @param openRequests what it had been asked and not yet answered
 * @param handedAt when
 * @param why why a team handed it over to another; none where it passed on by itself
 * @param author who of them did
 */
public record HandOver(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        String fromHolder,
        String toHolder,
        @MappedCollection(idColumn = "HAND_OVER") Set<OpenRequest> openRequests,
        Instant handedAt,
        @Nullable String why,
        @Embedded.Nullable @Nullable Author author) {

    /**
     * One thing that passed on unanswered.
     *
     * @param requestId the {@link BodyRequest}
     */
    @Table("hand_over_request")
    public record OpenRequest(long requestId) {}
}
