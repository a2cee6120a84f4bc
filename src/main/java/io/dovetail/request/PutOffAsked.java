package io.dovetail.request;

/**
 * Somebody has asked to put a review off in the course of something else, such as an answer. What they said is kept already; this
 * makes the review hear of it once that is so.
 *
 * @param reviewId the review's reference
 */
public record PutOffAsked(String reviewId) {}
