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
 * @param said what it answers
 * @param author the county lead
 * @param answeredAt when
 */
public record CountyAnswer(
        @Id @Nullable Long id,
        long findingId,
        String reviewId,
        String countyId,
        @Embedded.Empty AnswerFinding said,
        @Embedded.Empty Author author,
        Instant answeredAt) {

    /** The answer as people read it. */
    public String sentence() {
        return said.answer().label() + (said.because() == null ? "" : ": " + said.because());
    }
}
