package io.dovetail.reflection;

import org.jspecify.annotations.Nullable;

/**
 * The answer to one of the ten tests.
 *
 * @param yes how many say yes: none or one where a body answers as one, any number where its people are counted
 * @param evidence what shows it, if anything was said
 */
public record TestAnswer(
        CoproductionTest test, int yes, @Nullable String evidence) {

    static TestAnswer of(CoproductionTest test, @Nullable YesNo answer, @Nullable String evidence) {
        return of(test, answer == YesNo.YES ? 1 : 0, evidence);
    }

    static TestAnswer of(CoproductionTest test, @Nullable Integer yes, @Nullable String evidence) {
        return new TestAnswer(test, yes == null ? 0 : yes, evidence);
    }

    /** Whether a yes comes with what shows it. */
    boolean shown() {
        return yes == 0 || evidence != null;
    }
}
