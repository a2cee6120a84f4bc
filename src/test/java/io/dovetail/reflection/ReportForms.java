package io.dovetail.reflection;

import org.jspecify.annotations.Nullable;

/** Forms with ten answers, for tests. */
public final class ReportForms {

    private ReportForms() {}

    /** Ten times the same. */
    public static Reflect reflect(YesNo answer, @Nullable String evidence) {
        return new Reflect(
                answer, evidence, answer, evidence, answer, evidence, answer, evidence, answer, evidence, answer,
                evidence, answer, evidence, answer, evidence, answer, evidence, answer, evidence);
    }

    /** Nine times so many of them say yes, then another number, all without evidence. */
    public static ReflectLivedExperience livedExperience(int people, int yes, int last) {
        return new ReflectLivedExperience(
                people, yes, null, yes, null, yes, null, yes, null, yes, null, yes, null, yes, null, yes, null, yes,
                null, last, null);
    }
}
