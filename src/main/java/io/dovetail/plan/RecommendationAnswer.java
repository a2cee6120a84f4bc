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
 * @param said what it said; nothing where it stayed silent
 */
public record RecommendationAnswer(
        @Id @Nullable Long id,
        String reviewId,
        long recommendationId,
        @Embedded.Empty Word word,
        @Embedded.Nullable @Nullable AnswerRecommendation said)
        implements Said {

    /** What the body answered, in plain words. */
    public String answerLabel() {
        return said == null ? "No answer" : said.answer().label();
    }

    /** What it changes, or why it refuses; an empty text if it says neither. */
    public String text() {
        return said == null || said.text() == null ? "" : said.text();
    }

    /** Whether that is what it answered. */
    public boolean is(OwnerAnswer answer) {
        return said != null && said.answer() == answer;
    }
}
