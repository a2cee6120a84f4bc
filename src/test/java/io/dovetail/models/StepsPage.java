package io.dovetail.models;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code src/docs/steps.md}: for each step of a person who does it, by when, and what happens if they do not. */
final class StepsPage {

    static final Path FILE = Path.of("src", "docs", "steps.md");

    private final StringBuilder page = new StringBuilder();

    private StepsPage() {}

    static String of(Models models) {
        StepsPage page = new StepsPage();
        page.line("# Every step of a person");
        page.line("");
        page.line("Written from the models; do not edit. After a change to a model, write this page again:");
        page.line("`mvn -q test -Dtest=StepsPageTest -Ddovetail.docs.write=true`");
        page.line("");
        page.line(
                "All days are working days, as set unless told otherwise (`dovetail.requests`). A step may be due earlier"
                        + " where it has to be done before another day, such as the dates that it is about."
                        + " `UndoneStepsTest` leaves each of them undone.");
        page.line("");
        page.row(List.of("Step", "Process", "Who", "Due", "Reminder", "Overdue to", "What follows"));
        page.row(List.of("---", "---", "---", "---", "---", "---", "---"));
        StepOfPerson.of(models)
                .forEach(step -> page.row(List.of(
                        step.name(),
                        "`" + step.process() + "`",
                        step.who().label,
                        step.due(),
                        step.who().reminder,
                        step.who().overdueTo,
                        step.follows())));
        return page.page.toString();
    }

    private void row(List<String> cells) {
        line(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
