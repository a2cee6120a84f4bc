package io.dovetail.review;

/** A review has been closed without having been held. Published in the transaction that closes it. */
public record ReviewClosed(String reviewId) {}
