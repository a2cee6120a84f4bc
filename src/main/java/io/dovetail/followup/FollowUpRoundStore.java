package io.dovetail.followup;

import io.dovetail.keeping.NumberedRows;

interface FollowUpRoundStore extends NumberedRows<FollowUpRound> {

    int countByReviewId(String reviewId);
}
