package io.dovetail.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That a review goes on although a voice or a kind of body is missing, and why.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param why why nobody could be added
 * @param personId the sign-in id of the person who decided
 * @param personName that person's name
 * @param acceptedAt when
 */
public record AcceptedGap(
        @Id @Nullable Long id, String reviewId, String why, String personId, String personName, Instant acceptedAt) {}
