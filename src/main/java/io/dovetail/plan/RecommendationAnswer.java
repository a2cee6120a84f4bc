package io.dovetail.plan;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * What the owner of a recommendation said to it.
 *
 * @param recommendationId the recommendation
 * @param answer whether it accepts; none where it stayed silent
 * @param text what it changes, or why it refuses
 */
public record RecommendationAnswer(
        @Id @Nullable Long id,
        String reviewId,
        long recommendationId,
        @Embedded.Empty Word word,
        @Nullable OwnerAnswer answer,
        @Nullable String text)
        implements Said {

    /** What the body answered, in plain words. */
    public String answerLabel() {
        return answer == null ? "No answer" : answer.label();
    }
}
