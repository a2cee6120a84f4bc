package io.dovetail.county;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That somebody has said in a local review that there is to be a review of the whole county.
 *
 * @param id its number
 * @param reviewId the reference of the local review
 * @param countyId the reference of the county review that it led to; none until it has
 * @param said what was said
 * @param source where they have it from
 * @param bodyId the body of the person
 * @param personId the sign-in id of the person
 * @param personName that person's name
 * @param claimedAt when
 */
public record CountyClaim(
        @Id @Nullable Long id,
        String reviewId,
        @Nullable String countyId,
        String said,
        String source,
        String bodyId,
        String personId,
        String personName,
        Instant claimedAt) {

    long number() {
        if (id == null) {
            throw new IllegalStateException("This claim has not been stored yet.");
        }
        return id;
    }

    CountyClaim about(String county) {
        return new CountyClaim(id, reviewId, county, said, source, bodyId, personId, personName, claimedAt);
    }
}
