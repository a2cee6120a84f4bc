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

    /** Nine times the same, then another, all without evidence. */
    public static ReflectLivedExperience livedExperience(YesNo answer, YesNo last) {
        return new ReflectLivedExperience(
                answer, null, answer, null, answer, null, answer, null, answer, null, answer, null, answer, null,
                answer, null, answer, null, last, null);
    }
}
