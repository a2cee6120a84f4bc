package io.dovetail.workshop;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/** The dates proposed for one attempt. */
record WorkshopDates(
        @Id @Nullable Long id,
        long workshopId,
        int attempt,
        @Embedded.Empty ProposeDates proposed,
        @Embedded.Empty Author author,
        Instant proposedAt) {}
