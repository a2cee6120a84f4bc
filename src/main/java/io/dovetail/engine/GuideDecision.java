package io.dovetail.engine;

import io.dovetail.form.Guide;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The guide, from the decision {@code co-production-guide}. */
@Component
class GuideDecision implements Guide {

    private final ObjectProvider<DecisionService> decisions;

    GuideDecision(ObjectProvider<DecisionService> decisions) {
        this.decisions = decisions;
    }

    @Override
    public String forSituation(String situation) {
        CommandContext command = Context.getCommandContext();
        // The guide is for everybody, whoever's step leads to it.
        List<String> lines =
                command == null ? lookUp(situation) : command.runWithoutAuthorization(() -> lookUp(situation));
        if (lines.isEmpty()) {
            throw new IllegalStateException("The decision co-production-guide says nothing for " + situation + ".");
        }
        return lines.stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private List<String> lookUp(String situation) {
        return decisions
                .getObject()
                .evaluateDecisionTableByKey("co-production-guide", Map.of("situation", situation))
                .collectEntries("line");
    }
}
