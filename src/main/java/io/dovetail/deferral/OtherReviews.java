package io.dovetail.deferral;

import org.jspecify.annotations.Nullable;

/** What is known of other reviews for which somebody might put this one off. */
public interface OtherReviews {

    /** How it is with the county-wide review, in one or two sentences; empty if nobody has claimed one. */
    String standing(String reviewId);

    /** Why another review cannot be a reason to put this one off, as a sentence; null if it can. */
    @Nullable
    String whyNoReason(String reviewId);
}
