package io.dovetail.security;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A setting with which the program does not start for real use. It may hold a secret, so what is set is quoted only where it cannot. */
class UnfitForRealUse extends InvalidConfigurationPropertyValueException {

    private static final long serialVersionUID = 1L;

    UnfitForRealUse(String property, String shown, String sentence) {
        super(property, shown, sentence);
    }

    /** Says it in place of Spring Boot, which would look up what is set and quote that. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class Analyzer extends AbstractFailureAnalyzer<UnfitForRealUse> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, UnfitForRealUse unfit) {
            String shown = unfit.getValue() instanceof String value ? value : "";
            return new FailureAnalysis(
                    String.valueOf(unfit.getReason()),
                    "Change %s%s, and start again."
                            .formatted(unfit.getName(), shown.isEmpty() ? "" : ", which is " + shown + " now"),
                    unfit);
        }
    }
}
