package io.dovetail.review;

/**
 * A review has been closed without having been held. Published in the transaction that closes it.
 *
 * @param reviewId the review's reference
 */
public record ReviewClosed(String reviewId) {}
