package io.dovetail.county;

import io.dovetail.directory.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the county answered to a local finding. Never changed.
 *
 * @param findingId the {@link Finding}, by its number in the table
 * @param answer what it answers
 * @param because in which form it is there, or why it is not; given unless it is simply adopted
 * @param author the county lead
 * @param answeredAt when
 */
public record CountyAnswer(
        @Id @Nullable Long id,
        long findingId,
        String reviewId,
        String countyId,
        FindingAnswer answer,
        @Nullable String because,
        @Embedded.Empty Author author,
        Instant answeredAt) {

    /** The answer as people read it. */
    public String sentence() {
        return answer.label() + (because == null ? "" : ": " + because);
    }
}
