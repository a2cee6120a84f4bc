package io.dovetail.matter;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That a body of a review has less money than before. Never changed.
 *
 * @param said what was cut, as it was reported
 * @param author who reported it
 * @param reportedAt when
 */
public record FundingCut(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        @Embedded.Empty ReportFundingCut said,
        @Embedded.Empty Author author,
        Instant reportedAt) {

    /** The number of a cut that has been stored. */
    public long number() {
        if (id == null) {
            throw new IllegalStateException("This funding cut has not been stored yet.");
        }
        return id;
    }
}
