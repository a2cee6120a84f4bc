package io.dovetail.reflection;

import io.dovetail.request.Said;
import io.dovetail.request.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A body's answers to the ten tests.
 *
 * @param livedExperience whether it was asked as people with lived experience
 * @param people how many answered: one where a body answers as one, each of its people where they are counted
 * @param tests the answers in the order of the tests; none where it stayed silent
 */
public record Reflection(
        @Id @Nullable Long id,
        String reviewId,
        @Embedded.Empty Word word,
        boolean livedExperience,
        int people,
        List<TestAnswer> tests)
        implements Said {

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
