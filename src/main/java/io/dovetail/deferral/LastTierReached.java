package io.dovetail.deferral;

/**
 * A review, a locality's or a county's, has stood still until the last tier: somebody has to choose how it goes on. Published
 * in the transaction that records it.
 *
 * @param reviewId its reference
 * @param what who did not do what: a whole sentence
 */
public record LastTierReached(String reviewId, String what) {}
