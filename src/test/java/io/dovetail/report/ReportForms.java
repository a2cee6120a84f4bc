package io.dovetail.report;

import org.jspecify.annotations.Nullable;

/** Forms with ten answers, for tests. */
final class ReportForms {

    private ReportForms() {}

    /** Ten times the same. */
    static Reflect reflect(YesNo answer, @Nullable String evidence) {
        return new Reflect(
                answer, evidence, answer, evidence, answer, evidence, answer, evidence, answer, evidence, answer,
                evidence, answer, evidence, answer, evidence, answer, evidence, answer, evidence);
    }

    /** Nine times the same, then another, all without evidence. */
    static ReflectLivedExperience livedExperience(YesNo answer, YesNo last) {
        return new ReflectLivedExperience(
                answer, null, answer, null, answer, null, answer, null, answer, null, answer, null, answer, null,
                answer, null, answer, null, last, null);
    }
}
