package io.dovetail.localreview;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * That a body was asked for evidence and what came of it; the evidence itself is in {@link EvidenceItem}s.
 *
 * @param id its number
 * @param requestId the request it answers
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param nothingToAdd whether it said that it has nothing to add
 * @param silent whether it let the time pass
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param recordedAt when it answered or silence was recorded
 */
public record EvidenceAnswer(
        @Id @Nullable Long id,
        long requestId,
        String reviewId,
        String bodyId,
        boolean nothingToAdd,
        boolean silent,
        @Nullable String personId,
        @Nullable String personName,
        Instant recordedAt) {}
