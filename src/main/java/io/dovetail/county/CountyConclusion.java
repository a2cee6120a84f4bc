package io.dovetail.county;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What follows for a local review from what the county answered.
 *
 * @param id its number
 * @param reviewId the reference of the local review
 * @param text what follows
 * @param personId the sign-in id of the convenor who wrote it down
 * @param personName that person's name
 * @param concludedAt when
 */
public record CountyConclusion(
        @Id @Nullable Long id, String reviewId, String text, String personId, String personName, Instant concludedAt) {}
