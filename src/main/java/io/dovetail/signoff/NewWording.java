package io.dovetail.signoff;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What a finding says since it was corrected. The drafted words stay where they were; the latest wording is what is signed.
 *
 * @param text what it says from now on
 * @param author the person who changed it
 * @param givenAt when
 */
record NewWording(
        @Id @Nullable Long id,
        String reviewId,
        long findingId,
        String text,
        @Embedded.Empty Author author,
        Instant givenAt) {}
