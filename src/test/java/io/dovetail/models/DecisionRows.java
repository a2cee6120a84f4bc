package io.dovetail.models;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnModelElementInstance;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One file of decisions, evaluated by the engine's own decision engine, and which of their rows have been hit so far.
 *
 * <p>Cases are lines of a CSV file whose first line names the columns: a column named like an output of the decision holds
 * what is expected, every other one an input. An empty cell is null, {@code true} and {@code false} are booleans, digits
 * are numbers, {@code 2026-11-25} is a date, {@code [a; b]} a list, and anything else a text. What several rows give is expected
 * joined by {@code "; "}.
 */
final class DecisionRows {

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]+)\"");

    private final Path file;
    private final DmnModelInstance model;
    private final DmnEngine engine;
    private final Set<String> hit = new LinkedHashSet<>();

    DecisionRows(Path file) {
        this.file = file;
        this.model = Dmn.readModelFromFile(file.toFile());
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        List<DmnDecisionTableEvaluationListener> listeners =
                List.of(event -> event.getMatchingRules().forEach(rule -> hit.add(rule.getId())));
        configuration.setCustomPostDecisionTableEvaluationListeners(listeners);
        this.engine = configuration.buildEngine();
    }

    /** The decisions in the file that are tables. */
    List<Decision> decisions() {
        return model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> decision.getExpression() instanceof DecisionTable)
                .toList();
    }

    /**
     * The cases of a table that only lists what is said of each text: it repeats no list, and each text has to give its lines in their
     * order. None for a table that decides in any other way.
     */
    static Optional<String> ownCases(Decision decision) {
        DecisionTable table = (DecisionTable) decision.getExpression();
        Map<String, String> said = new LinkedHashMap<>();
        for (Rule rule : table.getRules()) {
            List<Matcher> texts = Stream.concat(rule.getInputEntries().stream(), rule.getOutputEntries().stream())
                    .map(entry -> TEXT.matcher(entry.getTextContent().strip()))
                    .toList();
            if (texts.size() != 2 || !texts.stream().allMatch(Matcher::matches)) {
                return Optional.empty();
            }
            said.merge(texts.get(0).group(1), texts.get(1).group(1), (line, next) -> line + "; " + next);
        }
        String columns = table.getInputs()
                        .iterator()
                        .next()
                        .getInputExpression()
                        .getTextContent()
                        .strip() + "," + table.getOutputs().iterator().next().getName();
        return Optional.of(said.entrySet().stream()
                .map(each -> "\"%s\",\"%s\"".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining("\n", columns + "\n", "")));
    }

    /** Tries every line of the CSV; each difference is a sentence. */
    List<String> differences(Decision decision, String csv) {
        List<List<String>> lines = csv.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(DecisionRows::cells)
                .toList();
        if (lines.isEmpty()) {
            return List.of(decision.getId() + ".csv is empty.");
        }
        List<String> columns = lines.get(0);
        List<String> outputs = ((DecisionTable) decision.getExpression())
                .getOutputs().stream().map(Output::getName).toList();
        List<String> differences = new ArrayList<>();
        outputs.stream()
                .filter(output -> !columns.contains(output))
                .forEach(output -> differences.add(
                        decision.getId() + ".csv does not say what is expected of the output " + output + "."));
        for (List<String> line : lines.subList(1, lines.size())) {
            String where = decision.getId() + ".csv, " + String.join(",", line) + ": ";
            if (line.size() != columns.size()) {
                differences.add(where + line.size() + " cells instead of " + columns.size() + ".");
                continue;
            }
            Map<String, Object> inputs = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                if (!outputs.contains(columns.get(i))) {
                    inputs.put(columns.get(i), value(line.get(i)));
                }
            }
            DmnDecisionResult result;
            try {
                result = engine.evaluateDecision(engine.parseDecision(decision.getId(), model), inputs);
            } catch (RuntimeException e) {
                differences.add(where + e.getMessage());
                continue;
            }
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i);
                if (outputs.contains(column)) {
                    String given = result.getResultList().stream()
                            .map(row -> text(row.get(column)))
                            .collect(Collectors.joining("; "));
                    if (!given.equals(line.get(i))) {
                        differences.add(where + column + " is \"" + given + "\".");
                    }
                }
            }
        }
        return differences;
    }

    /** The rows that no case tried so far has hit, as sentences. */
    List<String> rowsNeverHit(Decision decision) {
        List<Rule> rules = List.copyOf(((DecisionTable) decision.getExpression()).getRules());
        List<String> never = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (!hit.contains(rule.getId())) {
                String says = rule.getInputEntries().stream()
                        .map(DmnModelElementInstance::getTextContent)
                        .map(String::strip)
                        .collect(Collectors.joining(" | "));
                never.add(file.getFileName() + ": no case in " + decision.getId() + ".csv hits row " + (i + 1) + " ("
                        + rule.getId() + "): " + says);
            }
        }
        return never;
    }

    private static Object[] elements(String list) {
        return Arrays.stream(list.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toArray();
    }

    private static @Nullable Object value(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.equals("true") || cell.equals("false")) {
            return Boolean.valueOf(cell);
        }
        if (cell.matches("-?\\d{1,9}")) {
            return Integer.valueOf(cell);
        }
        if (cell.matches("-?\\d+\\.\\d+")) {
            return Double.valueOf(cell);
        }
        if (cell.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Date.from(LocalDate.parse(cell)
                    .atStartOfDay(ZoneId.of("Europe/London"))
                    .toInstant());
        }
        if (cell.startsWith("[") && cell.endsWith("]")) {
            return List.of(elements(cell.substring(1, cell.length() - 1)));
        }
        return cell;
    }

    private static String text(@Nullable Object output) {
        if (output instanceof Collection<?> list) {
            return list.stream().map(Objects::toString).collect(Collectors.joining("; ", "[", "]"));
        }
        return Optional.ofNullable(output).map(Object::toString).orElse("");
    }

    /** A line's cells; one in double quotes may hold commas, and a quote written twice. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
