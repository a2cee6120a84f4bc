package io.dovetail.ownreview;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a body said to another one's own review. Help that it offers is in the register of offers. Never changed.
 *
 * @param requestId the request that was answered
 * @param seat whether it takes an observer seat; none where it stayed silent
 * @param observer who watches for it
 */
public record OwnReviewResponse(
        @Id @Nullable Long id,
        long requestId,
        long ownReviewId,
        @Embedded.Empty Word word,
        @Nullable ObserverSeat seat,
        @Nullable String observer)
        implements Said {

    /** What it said, in plain words. */
    public String label() {
        return seat == null ? "No answer" : seat.label();
    }
}
