package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.models.Released;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** In the kept database, which {@link NextVersionTest} takes to its end, something waits wherever the kept models can wait. */
class KeptWaitsTest {

    /**
     * Where nothing is kept: whether there is a review of the county is asked where a local review was told so, and the one county
     * with local reviews has its review, in which their findings wait for answers. {@code CountyReviewTest} asks it.
     */
    private static final Set<String> NOT_KEPT =
            Set.of("county-review callActivity_confirmCounty", "county-review event_confirmationOverdue");

    /** Each wait that is kept, as its model's id and its element's. */
    private static final Set<String> KEPT = new TreeSet<>();

    private static final Map<String, Process> MODELS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        Path release = Released.newest();
        for (Path file : Released.processes(release)) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            model.getModelElementsByType(Process.class).forEach(process -> MODELS.put(process.getId(), process));
        }
        Map<String, String> models = new HashMap<>();
        KeptDatabase.rows(release, "act_re_procdef").forEach(row -> models.put(row.get("id_"), row.get("key_")));
        Map<String, String> executions = new HashMap<>();
        for (Map<String, String> row : KeptDatabase.rows(release, "act_ru_execution")) {
            executions.put(row.get("id_"), models.get(row.get("proc_def_id_")));
            KEPT.add(models.get(row.get("proc_def_id_")) + " " + row.get("act_id_"));
        }
        KeptDatabase.rows(release, "act_ru_event_subscr")
                .forEach(row -> KEPT.add(executions.get(row.get("execution_id_")) + " " + row.get("activity_id_")));
        KEPT.addAll(jobs(release));
    }

    /** What a timer or a save point waits at, once for each job. */
    private static List<String> jobs(Path release) throws IOException {
        Map<String, String> elements = new HashMap<>();
        KeptDatabase.rows(release, "act_ru_jobdef").forEach(row -> elements.put(row.get("id_"), row.get("act_id_")));
        return KeptDatabase.rows(release, "act_ru_job").stream()
                .map(row -> row.get("process_def_key_") + " " + elements.get(row.get("job_def_id_")))
                .toList();
    }

    @Test
    void somethingWaitsWhereverItCan() {
        Set<String> missing = new TreeSet<>(waits());
        missing.removeAll(KEPT);
        assertThat(missing).isEqualTo(NOT_KEPT);
        assertThat(waits()).hasSizeGreaterThan(100);
    }

    @Test
    void someAreLateAlready() throws IOException {
        Path release = Released.newest();
        long asked = KeptDatabase.rows(release, "act_ru_task").stream()
                .filter(task -> "userTask_answer".equals(task.get("task_def_key_")))
                .count();
        long notLate = jobs(release).stream()
                .filter("body-request event_answerOverdue"::equals)
                .count();
        assertThat(notLate).isPositive().isLessThan(asked);
    }

    private static Set<String> waits() {
        Set<String> waits = new TreeSet<>();
        for (Process process : MODELS.values()) {
            elements(process)
                    .filter(KeptWaitsTest::waits)
                    .forEach(element -> waits.add(process.getId() + " " + element.getId()));
        }
        return waits;
    }

    private static Stream<FlowNode> elements(Process process) {
        return ((BpmnModelInstance) process.getModelInstance()).getModelElementsByType(FlowNode.class).stream();
    }

    /** Whether an instance of its process can stay there until something happens; a call waits where what it calls can. */
    private static boolean waits(FlowNode element) {
        if (element instanceof CallActivity call) {
            return elements(Objects.requireNonNull(MODELS.get(call.getCalledElement())))
                    .anyMatch(KeptWaitsTest::waits);
        }
        if (element instanceof CatchEvent event) {
            // No instance is there before a process has begun.
            return !(event instanceof StartEvent && event.getParentElement() instanceof Process)
                    && event.getEventDefinitions().stream()
                            .anyMatch(definition -> definition instanceof TimerEventDefinition
                                    || definition instanceof MessageEventDefinition
                                    || definition instanceof ConditionalEventDefinition
                                    || definition instanceof SignalEventDefinition);
        }
        return element instanceof UserTask || element instanceof ReceiveTask || element instanceof EventBasedGateway;
    }
}
