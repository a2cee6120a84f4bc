package io.dovetail.engine;

import io.dovetail.form.Guide;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The guide, from the decision {@code co-production-guide}. */
@Component
class GuideDecision implements Guide {

    private final DecisionTables decisions;

    GuideDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public String forSituation(String situation) {
        List<String> lines = decisions.collect("co-production-guide", "line", Map.of("situation", situation));
        if (lines.isEmpty()) {
            throw new IllegalStateException("The decision co-production-guide says nothing for " + situation + ".");
        }
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }
}
