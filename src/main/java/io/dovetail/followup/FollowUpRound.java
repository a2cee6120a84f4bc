package io.dovetail.followup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** One round of follow-up that is over. */
record FollowUpRound(@Id @Nullable Long id, String reviewId, int round, Instant closedAt) {}
