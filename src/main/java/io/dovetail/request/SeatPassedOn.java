package io.dovetail.request;

import java.util.Set;

/**
 * A body's place in a review has passed on. Whoever has told the body something that still holds tells its new holder; published
 * in the transaction that records it.
 *
 * @param bodyId the body whose place it is
 * @param openRequests the numbers of what it had been asked and not yet answered
 */
public record SeatPassedOn(String reviewId, String bodyId, Set<Long> openRequests) {}
