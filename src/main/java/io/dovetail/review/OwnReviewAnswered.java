package io.dovetail.review;

/**
 * A body has answered a proposal that it is doing a review of its own. Announced in the transaction in which the answer is kept.
 *
 * @param reviewId the reference of the review that was proposed
 */
public record OwnReviewAnswered(String reviewId, String bodyId) {}
