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
 * @param people how many answered: one where a body answers as one, each of its people where they are counted
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
        int people,
        List<TestAnswer> tests,
        @Nullable String personId,
        @Nullable String personName,
        Instant givenAt) {

    /** Whether the body let the time pass. */
    public boolean silent() {
        return tests.isEmpty();
    }

    /** How many of them say yes to a test. */
    int yes(CoproductionTest test) {
        return tests.stream()
                .filter(answer -> answer.test() == test)
                .mapToInt(TestAnswer::yes)
                .sum();
    }

    /** What it says to a test, as people read it: "Yes", or "2 of 3 say yes". */
    public String said(TestAnswer answer) {
        return livedExperience ? answer.yes() + " of " + people + " say yes" : answer.yes() == 0 ? "No" : "Yes";
    }
}
