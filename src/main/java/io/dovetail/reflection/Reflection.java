package io.dovetail.reflection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A body's answers to the ten tests.
 *
 * @param id its number in the table
 * @param reviewId the reference of the review
 * @param bodyId the body
 * @param livedExperience whether it was asked as people with lived experience
 * @param tests the answers in the order of the tests; none where it stayed silent
 * @param personId the sign-in id of the person who answered; none where the body stayed silent
 * @param personName that person's name
 * @param givenAt when it answered, or when its silence was recorded
 */
public record Reflection(
        @Id @Nullable Long id,
        String reviewId,
        String bodyId,
        boolean livedExperience,
        List<TestAnswer> tests,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** Whether the body let the time pass. */
    public boolean silent() {
        return tests.isEmpty();
    }

    /** Whether its answer to a test is yes. */
    boolean passes(CoproductionTest test) {
        return tests.stream().anyMatch(answer -> answer.test() == test && answer.passed());
    }
}
