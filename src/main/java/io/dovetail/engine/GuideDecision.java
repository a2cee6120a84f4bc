package io.dovetail.engine;

import io.dovetail.form.Guide;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The guide, from the decision {@code co-production-guide}. It has some hundred and fifty rows, is on every form, and says
 * the same each time: so a deployed version of it is asked once for each situation.
 */
@Component
class GuideDecision implements Guide {

    private static final String DECISION = "co-production-guide";

    private final DecisionTables decisions;
    private final Map<GuideKey, String> known = new ConcurrentHashMap<>();

    GuideDecision(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public String forSituation(String situation) {
        return known.computeIfAbsent(new GuideKey(decisions.latest(DECISION), situation), asked -> ask(situation));
    }

    private String ask(String situation) {
        List<String> lines = decisions.collect(DECISION, "line", Map.of("situation", situation));
        if (lines.isEmpty()) {
            throw new IllegalStateException("The decision co-production-guide says nothing for " + situation + ".");
        }
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private record GuideKey(String version, String situation) {}
}
