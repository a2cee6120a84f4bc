package io.dovetail.reflection;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one of the ten tests.
 *
 * @param test the test
 * @param passed whether the answer is yes
 * @param evidence what shows it, if anything was said
 */
public record TestAnswer(
        CoproductionTest test, boolean passed, @Nullable String evidence) {

    static TestAnswer of(CoproductionTest test, @Nullable YesNo answer, @Nullable String evidence) {
        return new TestAnswer(
                test, answer == YesNo.YES, evidence == null || evidence.isBlank() ? null : evidence.strip());
    }

    /** Whether a yes comes with what shows it. */
    boolean shown() {
        return !passed || evidence != null;
    }
}
