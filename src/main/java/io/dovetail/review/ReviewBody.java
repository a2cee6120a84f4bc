package io.dovetail.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A body that is asked to take part in a review.
 *
 * @param addedBy the sign-in id of the person who added it
 * @param addedByName that person's name
 * @param addedAt when
 */
record ReviewBody(
        @Id @Nullable Long id, String reviewId, String bodyId, String addedBy, String addedByName, Instant addedAt) {}
