package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/**
 * Each decision gives what its table of cases expects, and each of its rows is hit by some case. The cases are in
 * {@code src/test/resources/decisions/<decision-id>.csv}; {@link DecisionRows} says how they are written. A table that only lists what
 * is said of each text has none: it would be the same list once more.
 */
class DecisionsTest {

    @Test
    void decisionsGiveWhatTheirCasesExpect() {
        assertThat(faults(Models.ofProject(), Path.of("src", "test", "resources", "decisions")))
                .isEmpty();
    }

    @Test
    void aWrongOrUntriedRowIsSeen() {
        Models faulty = Models.faulty();
        assertThat(faults(faulty, faulty.home().resolve("decisions")))
                .containsExactlyInAnyOrder(
                        "choose-way.dmn: choose-way has no description: say what it decides, and why.",
                        "choose-way.csv, true,3,wait: way is \"together\".",
                        "choose-way.csv, false,,together: way is \"\".",
                        "choose-way.dmn: no case in choose-way.csv hits row 2 (rule_apart): false | > 10",
                        "untried.dmn has no cases: write src/test/resources/decisions/untried.csv.");
    }

    @Test
    void whatIsSaidOfATextIsTriedForEachText() {
        DecisionRows guide = new DecisionRows(Path.of("bpmn", "co-production-guide.dmn"));
        Decision decision = guide.decisions().get(0);
        String cases = DecisionRows.ownCases(decision).orElseThrow();

        assertThat(cases)
                .startsWith("situation,line\n")
                .contains("\n\"signOff\",\"You may agree and still see a part differently.");
        assertThat(guide.differences(decision, cases)).isEmpty();
        assertThat(guide.rowsNeverHit(decision)).isEmpty();
        assertThat(guide.differences(decision, cases.replace("You may agree", "You have to agree")))
                .singleElement()
                .asString()
                .contains("signOff");
        assertThat(DecisionRows.ownCases(new DecisionRows(Path.of("bpmn", "deferral-tier.dmn"))
                        .decisions()
                        .get(0)))
                .isEmpty();
    }

    @Test
    void aCellInQuotesMayHoldCommas() {
        assertThat(DecisionRows.cells("a, \"b, \"\"c\"\"\",")).containsExactly("a", "b, \"c\"", "");
    }

    private static List<String> faults(Models models, Path cases) {
        List<String> faults = new ArrayList<>();
        for (Path file : models.decisionFiles()) {
            DecisionRows rows = new DecisionRows(file);
            if (rows.decisions().isEmpty()) {
                faults.add(file.getFileName() + " holds no decision table.");
            }
            List<Decision> tried = new ArrayList<>();
            for (Decision decision : rows.decisions()) {
                if (decision.getDescription() == null
                        || decision.getDescription().getTextContent().isBlank()) {
                    faults.add(file.getFileName() + ": " + decision.getId()
                            + " has no description: say what it decides, and why.");
                }
                Path csv = cases.resolve(decision.getId() + ".csv");
                Optional<String> expected =
                        Files.exists(csv) ? Optional.of(Models.text(csv)) : DecisionRows.ownCases(decision);
                if (expected.isPresent()) {
                    faults.addAll(rows.differences(decision, expected.get()));
                    tried.add(decision);
                } else {
                    faults.add(file.getFileName() + " has no cases: write src/test/resources/decisions/"
                            + decision.getId() + ".csv.");
                }
            }
            tried.forEach(decision -> faults.addAll(rows.rowsNeverHit(decision)));
        }
        return faults;
    }
}
