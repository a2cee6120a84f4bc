package io.dovetail.county;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that went from one review to the other.
 *
 * @param kind what it is
 * @param subjectId what it is about: the finding, or the county's report
 * @param sentAt when it was sent
 * @param takenInAt the receipt: when the other side took it in; none until then
 * @param tooLate whether the other side had ended, so that it is on record only
 */
public record Dispatch(
        DispatchKind kind,
        String reviewId,
        String countyId,
        long subjectId,
        Instant sentAt,
        @Nullable Instant takenInAt,
        boolean tooLate) {}
