package io.dovetail.engine;

import io.dovetail.form.Decisions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The decisions in {@code bpmn/}, asked by the program itself and so for everybody, whoever's step leads to it. */
@Component
class DecisionTables implements Decisions {

    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<RepositoryService> models;

    /** What is in a deployed version never changes. */
    private final Map<Column, Integer> highest = new ConcurrentHashMap<>();

    DecisionTables(ObjectProvider<DecisionService> decisions, ObjectProvider<RepositoryService> models) {
        this.decisions = decisions;
        this.models = models;
    }

    /** The id of the version of a decision that is in force, to tell one version from the next. */
    String latest(String decisionId) {
        return asTheProgram(() -> models.getObject()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decisionId)
                .latestVersion()
                .singleResult()
                .getId());
    }

    @Override
    public Map<String, Object> decide(String decisionId, Map<String, Object> inputs) {
        DmnDecisionResult rows = evaluate(decisionId, inputs);
        if (rows.size() != 1) {
            throw new IllegalStateException(
                    "The decision " + decisionId + " has " + rows.size() + " rows for " + inputs.keySet() + ".");
        }
        return rows.getSingleResult().getEntryMap();
    }

    @Override
    public List<String> collect(String decisionId, String output, Map<String, Object> inputs) {
        return evaluate(decisionId, inputs).collectEntries(output);
    }

    @Override
    public int highest(String decisionId, String output) {
        return highest.computeIfAbsent(
                new Column(latest(decisionId), output),
                column -> highest(
                        asTheProgram(() -> models.getObject().getDmnModelInstance(column.version())),
                        decisionId,
                        output));
    }

    /** The highest whole number in one column of a decision table. */
    static int highest(DmnModelInstance model, String decisionId, String output) {
        Decision decision = model.getModelElementById(decisionId);
        DecisionTable table = (DecisionTable) decision.getExpression();
        int column = table.getOutputs().stream().map(Output::getName).toList().indexOf(output);
        return table.getRules().stream()
                .map(row -> List.copyOf(row.getOutputEntries()).get(column))
                .map(entry -> entry.getTextContent().strip())
                .filter(entry -> entry.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElseThrow(() -> new IllegalStateException(
                        "No row of the decision " + decisionId + " gives a number for " + output + "."));
    }

    private record Column(String version, String output) {}

    private DmnDecisionResult evaluate(String decisionId, Map<String, Object> inputs) {
        return asTheProgram(() -> decisions
                .getObject()
                .evaluateDecisionByKey(decisionId)
                .variables(inputs)
                .evaluate());
    }

    private static <T> T asTheProgram(Supplier<T> ask) {
        CommandContext command = Context.getCommandContext();
        return command == null ? ask.get() : command.runWithoutAuthorization(ask::get);
    }
}
