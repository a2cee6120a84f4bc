package io.dovetail.localreview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The visits of a review.
 *
 * @param id its number
 * @param reviewId the reference of the review
 * @param visits where, when, who went and what was seen
 * @param personId the sign-in id of the person who wrote it down
 * @param personName that person's name
 * @param recordedAt when it was written down
 */
public record VisitRecord(
        @Id @Nullable Long id,
        String reviewId,
        String visits,
        String personId,
        String personName,
        Instant recordedAt) {}
