package io.dovetail.request;

import org.jspecify.annotations.Nullable;

/**
 * Something that a review must be told of has come up in the course of something else, such as an answer. What was said is kept already;
 * this tells the review of it once that is so.
 *
 * @param news what it is
 * @param subjectId the number of what it is about; none where that is the review itself
 */
public record NewsForReview(
        String reviewId, News news, @Nullable Long subjectId) {}
