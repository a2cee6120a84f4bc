package io.dovetail.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Expression;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Writes {@code src/docs/processes.md}: what each model says, as a page for people. */
final class ProcessesPage {

    static final Path FILE = Path.of("src", "docs", "processes.md");

    private final StringBuilder page = new StringBuilder();

    private ProcessesPage() {}

    static String of(Models models) {
        ProcessesPage page = new ProcessesPage();
        page.line("# The processes");
        page.line("");
        page.line("Written from the models; do not edit. After a change to a model:");
        page.line("");
        page.line("1. redraw the pictures: `npm ci --prefix bpmn/lint`, once, then `npm --prefix bpmn/lint run draw`");
        page.line("2. write this page again: `mvn -q test -Dtest=ProcessesPageTest -Ddovetail.docs.write=true`");
        models.processes().forEach(page::process);
        return page.page.toString();
    }

    private void process(Model model) {
        line("");
        line("## " + inOneLine(model.process().getName()) + " (`" + model.id() + "`)");
        line("");
        line(Model.documentation(model.process()).lines().map(String::strip).collect(Collectors.joining("\n")));
        line("");
        line("![" + inOneLine(model.process().getName()) + "](pictures/" + model.id() + ".svg)");
        table("User tasks", List.of("Task", "Who", "Form", "What for"), userTasks(model));
        table("Timers", List.of("Timer", "When", "Interrupts", "What then"), timers(model));
        table("Messages", List.of("Message", "Received at", "Interrupts", "What then"), messages(model));
        table("Decisions", List.of("Decides", "Decision", "What for"), decisions(model));
        table("Calls", List.of("Call", "Process", "Once for each", "Form"), calls(model));
    }

    private static List<List<String>> userTasks(Model model) {
        List<List<String>> rows = new ArrayList<>();
        Stream<List<String>> started = model.all(StartEvent.class).stream()
                .filter(event -> event.getCamundaFormRef() != null)
                .map(event -> List.of(
                        name(event) + " (starts the process)",
                        "who may start it",
                        code(event.getCamundaFormRef()),
                        Model.documentation(event)));
        Stream<List<String>> tasks = model.all(UserTask.class).stream()
                .map(task -> List.of(name(task), who(task), code(task.getCamundaFormRef()), Model.documentation(task)));
        Stream.concat(started, tasks).forEach(rows::add);
        return rows;
    }

    private static String who(UserTask task) {
        Map<String, String> who = new LinkedHashMap<>();
        who.put("group", task.getCamundaCandidateGroups());
        who.put("person", task.getCamundaCandidateUsers());
        who.put("given to", task.getCamundaAssignee());
        return who.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> entry.getKey() + " " + code(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> timers(Model model) {
        return model.all(TimerEventDefinition.class).stream()
                .map(timer -> {
                    CatchEvent event = (CatchEvent) timer.getParentElement();
                    Expression when = Stream.of(timer.getTimeDate(), timer.getTimeCycle(), timer.getTimeDuration())
                            .flatMap(each -> Optional.ofNullable(each).stream())
                            .findFirst()
                            .orElseThrow(() -> new AssertionError(event.getId() + " has no time."));
                    return List.of(
                            name(event) + at(event),
                            (timer.getTimeCycle() == null ? "" : "repeatedly ") + code(when.getTextContent()),
                            interrupts(event),
                            then(event));
                })
                .toList();
    }

    private static List<List<String>> messages(Model model) {
        Stream<List<String>> events = model.all(MessageEventDefinition.class).stream()
                .filter(each -> each.getParentElement() instanceof CatchEvent)
                .map(each -> {
                    CatchEvent event = (CatchEvent) each.getParentElement();
                    return List.of(
                            messageName(each.getMessage()), name(event) + at(event), interrupts(event), then(event));
                });
        Stream<List<String>> tasks = model.all(ReceiveTask.class).stream()
                .map(task -> List.of(messageName(task.getMessage()), name(task), "waits for it", then(task)));
        return Stream.concat(events, tasks).toList();
    }

    private static String messageName(Message message) {
        return code(message == null ? "" : message.getName());
    }

    private static List<List<String>> decisions(Model model) {
        return model.all(BusinessRuleTask.class).stream()
                .map(task -> List.of(name(task), code(task.getCamundaDecisionRef()), Model.documentation(task)))
                .toList();
    }

    private static List<List<String>> calls(Model model) {
        return model.all(CallActivity.class).stream()
                .map(call -> List.of(
                        name(call),
                        "[" + code(call.getCalledElement()) + "](pictures/" + call.getCalledElement() + ".svg)",
                        manyOf(call),
                        Models.formGivenTo(call).map(ProcessesPage::code).orElse("")))
                .toList();
    }

    private static String manyOf(CallActivity call) {
        return call.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics many
                ? code(Optional.ofNullable(many.getCamundaCollection()).orElse(""))
                : "";
    }

    /** Where an event is attached, or which part it opens. */
    private static String at(CatchEvent event) {
        if (event instanceof BoundaryEvent boundary) {
            return " (at: " + name(boundary.getAttachedTo()) + ")";
        }
        ModelElementInstance parent = event.getParentElement();
        return event instanceof StartEvent && parent instanceof SubProcess opened
                ? " (opens: " + name(opened) + ")"
                : "";
    }

    private static String interrupts(CatchEvent event) {
        if (event instanceof BoundaryEvent boundary) {
            return boundary.cancelActivity() ? "yes" : "no";
        }
        if (event instanceof StartEvent start) {
            return start.getParentElement() instanceof SubProcess ? (start.isInterrupting() ? "yes" : "no") : "starts";
        }
        return "waits for it";
    }

    private static String then(FlowNode node) {
        return node.getOutgoing().stream()
                .map(flow -> name(flow.getTarget()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String name(BaseElement element) {
        String name = element instanceof FlowElement named ? named.getName() : null;
        return name == null || name.isBlank() ? code(element.getId()) : inOneLine(name);
    }

    private void table(String title, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        line("");
        line("### " + title);
        line("");
        row(heads);
        row(heads.stream().map(head -> "---").toList());
        rows.forEach(this::row);
    }

    private void row(List<String> cells) {
        line(cells.stream()
                .map(cell -> inOneLine(cell).replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String code(@Nullable String text) {
        return text == null || text.isBlank() ? "" : "`" + text.strip() + "`";
    }

    private static String inOneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
