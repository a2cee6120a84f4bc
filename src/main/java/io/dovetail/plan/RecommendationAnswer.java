package io.dovetail.plan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * What the owner of a recommendation said to it.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param recommendationId the recommendation
 * @param bodyId the body that was asked
 * @param answer whether it accepts; none where it stayed silent
 * @param text what it changes, or why it refuses
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when it answered, or when its silence was recorded
 */
public record RecommendationAnswer(
        @Id @Nullable Long id,
        String reviewId,
        long recommendationId,
        String bodyId,
        @Nullable OwnerAnswer answer,
        @Nullable String text,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** What the body answered, in plain words. */
    public String answerLabel() {
        return answer == null ? "No answer" : answer.label();
    }
}
