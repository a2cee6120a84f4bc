package io.dovetail.county;

import io.dovetail.directory.Author;
import io.dovetail.keeping.Numbered;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * That somebody has said in a local review that there is to be a review of the whole county.
 *
 * @param countyId the reference of the county review that it led to; none until it has
 * @param claimed what was said
 * @param bodyId the body of the person
 * @param author who said it
 * @param claimedAt when
 */
public record CountyClaim(
        @Id @Nullable Long id,
        String reviewId,
        @Nullable String countyId,
        @Embedded.Empty ClaimCountyReview claimed,
        String bodyId,
        @Embedded.Empty Author author,
        Instant claimedAt)
        implements Numbered {

    CountyClaim about(String county) {
        return new CountyClaim(id, reviewId, county, claimed, bodyId, author, claimedAt);
    }
}
