package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/**
 * Ties each answer of each exclusive gateway to its condition and to where it leads. A label can lie while every other
 * test passes; the table {@code src/test/resources/truth-table.txt} is read by a person whenever it changes.
 */
class TruthTableTest {

    private static final Path TABLE = Path.of("src", "test", "resources", "truth-table.txt");

    @Test
    void answersMeanWhatAPersonReadAndAgreedTo() {
        List<String> agreed = Files.exists(TABLE)
                ? Models.text(TABLE)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .toList()
                : List.of();
        List<String> drawn = answers(Models.ofProject());
        List<String> toAdd =
                drawn.stream().filter(line -> !agreed.contains(line)).toList();
        List<String> toRemove =
                agreed.stream().filter(line -> !drawn.contains(line)).toList();

        assertThat(toAdd.isEmpty() && toRemove.isEmpty())
                .as("""
                        The models differ from %s. Read each answer, its condition and its target aloud; where they say \
                        what is meant, change the table.
                        Lines to add:
                        %s
                        Lines to remove:
                        %s""", TABLE, String.join("\n", toAdd), String.join("\n", toRemove))
                .isTrue();
        assertThat(agreed).doesNotHaveDuplicates();
    }

    @Test
    void anAnswerIsReadWithItsConditionAndItsTarget() {
        assertThat(answers(Models.faulty()))
                .containsExactly(
                        "askBody | gateway_joined | Yes | ${!joined} | callActivity_ask",
                        "askBody | gateway_joined | No | default | callActivity_askNobody");
    }

    private static List<String> answers(Models models) {
        List<String> lines = new ArrayList<>();
        for (Model model : models.processes()) {
            for (ExclusiveGateway gateway : model.all(ExclusiveGateway.class)) {
                List<SequenceFlow> flows = model.all(SequenceFlow.class).stream()
                        .filter(flow -> gateway.equals(flow.getSource()))
                        .sorted((one, other) -> Boolean.compare(isDefault(one, gateway), isDefault(other, gateway)))
                        .toList();
                if (flows.size() < 2) {
                    continue;
                }
                for (SequenceFlow flow : flows) {
                    String condition = isDefault(flow, gateway)
                            ? "default"
                            : Optional.ofNullable(flow.getConditionExpression())
                                    .map(each -> each.getTextContent().strip())
                                    .orElse("no condition");
                    lines.add(String.join(
                            " | ",
                            model.id(),
                            gateway.getId(),
                            String.valueOf(flow.getName()),
                            condition,
                            flow.getTarget().getId()));
                }
            }
        }
        return lines;
    }

    private static boolean isDefault(SequenceFlow flow, ExclusiveGateway gateway) {
        return flow.equals(gateway.getDefault());
    }
}
