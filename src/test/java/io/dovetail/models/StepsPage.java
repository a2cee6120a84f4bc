package io.dovetail.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** Writes {@code src/docs/steps.md}: for each step of a person who does it, by when, and what happens if they do not. */
final class StepsPage {

    static final Path FILE = Path.of("src", "docs", "steps.md");

    static final String KERNEL = "body-request";

    private final StringBuilder page = new StringBuilder();
    private final Map<String, Integer> days;

    private StepsPage(Map<String, Integer> days) {
        this.days = days;
    }

    static String of(Models models) {
        StepsPage page = new StepsPage(daysOfQuestions());
        page.line("# Every step of a person");
        page.line("");
        page.line("Written from the models; do not edit. After a change to a model, write this page again:");
        page.line("`mvn -q test -Dtest=StepsPageTest -Ddovetail.docs.write=true`");
        page.line("");
        page.line(
                "All days are working days, as set unless told otherwise (`dovetail.requests`). A step may be due earlier"
                        + " where it has to be done before another day, such as the dates that it is about.");
        page.line("");
        page.row(List.of("Step", "Process", "Who", "Due", "Reminder", "Overdue to", "What follows"));
        page.row(List.of("---", "---", "---", "---", "---", "---", "---"));
        for (Model model : models.processes()) {
            model.all(CallActivity.class).stream()
                    .filter(call -> KERNEL.equals(call.getCalledElement()))
                    .forEach(call -> page.asked(model, call));
            if (!model.id().equals(KERNEL)) {
                model.all(UserTask.class).forEach(task -> page.ofItsOwn(model, task));
            }
        }
        return page.page.toString();
    }

    private void asked(Model model, CallActivity call) {
        String form = Models.formGivenTo(call).orElse("");
        String seat = Model.extensions(call, CamundaIn.class)
                .filter(in -> "bodyId".equals(in.getCamundaTarget()))
                .map(in -> Objects.requireNonNullElse(in.getCamundaSourceExpression(), ""))
                .collect(Collectors.joining());
        List<String> cells = new ArrayList<>(List.of(inOneLine(call.getName()), "`" + model.id() + "`"));
        String due = days.getOrDefault(form, 10) + " days after it is asked";
        if (seat.contains("convenorsOf")) {
            cells.addAll(List.of(
                    "convenors of the area",
                    due,
                    "every 4 days",
                    "their deputy and the other convenors, then the chair of the health and wellbeing board",
                    "the days lost are entered in the ledger with who had to act; every 5 days one tier more, and the chair"
                            + " is told again"));
        } else if (seat.contains("leadsOf")) {
            cells.addAll(List.of(
                    "county leads",
                    switch (form) {
                        case "confirmCounty" -> "15 days after somebody says that there is one";
                        case "reportCounty" -> "on the day promised for its findings";
                        case "answerFinding" -> "15 days after the finding has come";
                        default -> due;
                    },
                    "every 4 days, of the last 10",
                    "the sponsor, the deputy and the other county leads, then the chair of the county's health and wellbeing"
                            + " board",
                    "the days lost are entered with who had to act; every 5 days the chair is told again; no local review"
                            + " waits for it longer than it said"));
        } else {
            cells.addAll(List.of(
                    "the organisation that is asked",
                    due,
                    "every 4 days",
                    "its lead, then its executive",
                    "5 days later silence is its answer, and the others go on"));
        }
        row(cells);
    }

    private void ofItsOwn(Model model, UserTask task) {
        String who = task.getCamundaCandidateGroups() == null
                ? "whoever began it"
                : switch (task.getCamundaCandidateGroups()) {
                    case "convenors" -> "convenors";
                    case "countyleads" -> "county leads";
                    default -> "`" + task.getCamundaCandidateGroups() + "`";
                };
        String timers = model.all(TimerEventDefinition.class).stream()
                .map(timer -> timer.getParentElement())
                .filter(event -> event instanceof BoundaryEvent boundary
                        && boundary.getAttachedTo().equals(task))
                .map(event -> inOneLine(((BoundaryEvent) event).getName()))
                .collect(Collectors.joining(", "));
        row(List.of(
                inOneLine(task.getName()),
                "`" + model.id() + "`",
                who,
                "`" + task.getCamundaDueDate() + "`",
                "none: nobody else waits for it",
                timers.isEmpty() ? "nobody: it is theirs alone" : "see “" + timers + "” in the diagram",
                "it stays in their list, and nothing is sent until it is done"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Integer> daysOfQuestions() {
        Map<String, Object> settings = new Yaml().load(Models.text(Path.of("src/main/resources/application.yaml")));
        Map<String, Object> dovetail = (Map<String, Object>) Objects.requireNonNull(settings.get("dovetail"));
        Map<String, Object> requests = (Map<String, Object>) Objects.requireNonNull(dovetail.get("requests"));
        return (Map<String, Integer>) Objects.requireNonNull(requests.get("questions"));
    }

    private void row(List<String> cells) {
        line(cells.stream()
                .map(cell -> inOneLine(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String inOneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
