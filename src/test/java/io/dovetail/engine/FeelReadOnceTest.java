package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

class FeelReadOnceTest {

    private final DmnEngine ours = FeelReadOnce.decisions().buildEngine();
    private final DmnEngine plain =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    /** What was read once must still look at what it is asked each time. */
    @Test
    void aTableAnswersEachQuestionAsThePlainEngineDoes() throws IOException {
        DmnDecision read = tier(ours, table());
        DmnDecision parsed = tier(plain, table());
        for (int number : List.of(1, 2, 3, 4, 5, 9)) {
            for (int daysLost : List.of(0, 20, 60, 61, 400)) {
                for (boolean reasonGiven : List.of(true, false)) {
                    VariableMap asked = asked(number, daysLost, reasonGiven);
                    assertThat(ours.evaluateDecisionTable(read, asked).getResultList())
                            .as("%s", asked)
                            .isNotEmpty()
                            .isEqualTo(
                                    plain.evaluateDecisionTable(parsed, asked).getResultList());
                }
            }
        }
    }

    @Test
    void aCellThatIsNoFeelIsRefusedEachTime() throws IOException {
        DmnDecision faulty = tier(ours, table().replaceFirst("<text>&gt;= 5</text>", "<text>five (or</text>"));
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> ours.evaluateDecisionTable(faulty, asked(1, 0, true)))
                    .hasMessageContaining("five (or");
        }
    }

    private static String table() throws IOException {
        return Files.readString(Path.of("bpmn", "deferral-tier.dmn"));
    }

    private static DmnDecision tier(DmnEngine engine, String table) {
        return engine.parseDecision("deferral-tier", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }

    private static VariableMap asked(int number, int daysLost, boolean reasonGiven) {
        return Variables.fromMap(Map.of(
                "number", number, "daysLostInAll", daysLost, "reasonGiven", reasonGiven, "takenAway", !reasonGiven));
    }
}
