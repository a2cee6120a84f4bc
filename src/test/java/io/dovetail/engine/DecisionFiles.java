package io.dovetail.engine;

import io.dovetail.form.Decisions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The decisions as they are in {@code bpmn/}, or as somebody has changed them, asked without a process engine. */
public final class DecisionFiles implements Decisions {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, String> changed = new HashMap<>();

    /** Each is read once: a file does not change while tests run, and they ask it hundreds of times. */
    private final Map<String, DmnModelInstance> models = new ConcurrentHashMap<>();

    private final Map<String, DmnDecision> decisions = new ConcurrentHashMap<>();

    /**
     * The same decisions, one of them with its text changed.
     *
     * @throws IllegalArgumentException if that leaves it as it was
     */
    public DecisionFiles changed(String decisionId, UnaryOperator<String> change) {
        String before = text(decisionId);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("Nothing was changed: the decision " + decisionId + " reads otherwise.");
        }
        DecisionFiles files = new DecisionFiles();
        files.changed.putAll(changed);
        files.changed.put(decisionId, after);
        return files;
    }

    @Override
    public Map<String, Object> decide(String decisionId, Map<String, Object> inputs) {
        return evaluate(decisionId, inputs).getSingleResult().getEntryMap();
    }

    @Override
    public List<String> collect(String decisionId, String output, Map<String, Object> inputs) {
        return evaluate(decisionId, inputs).collectEntries(output);
    }

    @Override
    public int highest(String decisionId, String output) {
        return DecisionTables.highest(model(decisionId), decisionId, output);
    }

    private DmnDecisionResult evaluate(String decisionId, Map<String, Object> inputs) {
        return engine.evaluateDecision(
                decisions.computeIfAbsent(decisionId, id -> engine.parseDecision(id, model(id))), inputs);
    }

    private DmnModelInstance model(String decisionId) {
        return models.computeIfAbsent(
                decisionId,
                id -> Dmn.readModelFromStream(new ByteArrayInputStream(text(id).getBytes(StandardCharsets.UTF_8))));
    }

    private String text(String decisionId) {
        return Objects.requireNonNullElseGet(changed.get(decisionId), () -> {
            try {
                return Files.readString(Path.of("bpmn", decisionId + ".dmn"));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
