package io.dovetail.matter;

import io.dovetail.directory.Author;
import io.dovetail.keeping.Numbered;
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
        Instant reportedAt)
        implements Numbered {}
