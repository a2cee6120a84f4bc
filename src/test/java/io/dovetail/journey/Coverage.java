package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.core.model.CoreModelElement;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.springframework.boot.test.context.TestComponent;

/** Which elements of each model the tests of this run have walked, and which not. */
@TestComponent
public class Coverage extends AbstractProcessEnginePlugin {

    private static final String ALL = "all tests";

    private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

    /** What has been told of each run. Once is enough of an element, and each time the library asks the database whose it is. */
    private final Map<String, Set<String>> told = new ConcurrentHashMap<>();

    private volatile Set<String> toldOfRun = ConcurrentHashMap.newKeySet();

    public Coverage() {
        collector.createSuite(new Suite(ALL, ALL));
        collector.activateSuite(ALL);
        begin(ALL);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ElementCoverageParseListener listener = new ElementCoverageParseListener();
        listener.setCoverageState(collector);
        engine.getCustomPostBPMNParseListeners().add((BpmnParseListener) listener);
        engine.getCustomPostBPMNParseListeners().add(new Once());
    }

    /** Counts again from here: what follows belongs to that test class. */
    public void begin(String run) {
        if (collector.getActiveSuite().getRun(run) == null) {
            collector.createRun(new Run(run, run), ALL);
        }
        collector.activateRun(run);
        toldOfRun = told.computeIfAbsent(run, none -> ConcurrentHashMap.newKeySet());
    }

    /**
     * Fails, naming them, if there are elements or flows of that process which the run has not walked.
     *
     * @param within the ids of the subprocesses that are meant; none for the whole
     */
    public void assertWhole(String run, String processId, String... within) {
        Set<String> walked = collector.getActiveSuite().getRun(run).getEvents(processId).stream()
                .map(Event::getDefinitionKey)
                .collect(Collectors.toSet());
        assertThat(walked).as("elements walked in " + processId).isNotEmpty();
        var model = Bpmn.readModelFromStream(Coverage.class.getResourceAsStream("/bpmn/" + processId + ".bpmn"));
        Set<String> missed = Stream.concat(
                        model.getModelElementsByType(FlowNode.class).stream(),
                        model.getModelElementsByType(SequenceFlow.class).stream())
                .filter(element -> within.length == 0 || isWithin(element, Set.of(within)))
                .map(FlowElement::getId)
                .filter(id -> !walked.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missed)
                .as("elements of " + processId + " that no test has walked")
                .isEmpty();
    }

    private static boolean isWithin(FlowElement element, Set<String> subprocesses) {
        return subprocesses.contains(element.getId())
                || (element.getParentElement() instanceof FlowElement parent && isWithin(parent, subprocesses));
    }

    /** Puts itself before what the library has put on each element. */
    private final class Once extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            within(process);
        }

        private void within(ScopeImpl scope) {
            for (ActivityImpl activity : scope.getActivities()) {
                tellOnce(activity);
                activity.getOutgoingTransitions().forEach(flow -> tellOnce((TransitionImpl) flow));
                within(activity);
            }
        }

        private void tellOnce(CoreModelElement element) {
            element.getListeners()
                    .values()
                    .forEach(listeners -> listeners.replaceAll(listener -> isTheLibrarys(listener)
                            ? (ExecutionListener) execution -> tellOnce((ExecutionListener) listener, execution)
                            : listener));
        }

        private boolean isTheLibrarys(Object listener) {
            return listener.getClass().getName().startsWith(ElementCoverageParseListener.class.getName());
        }

        private void tellOnce(ExecutionListener listener, DelegateExecution execution) throws Exception {
            if (toldOfRun.add(String.join(
                    " ",
                    execution.getProcessDefinitionId(),
                    execution.getEventName(),
                    execution.getCurrentActivityId(),
                    execution.getCurrentTransitionId()))) {
                listener.notify(execution);
            }
        }
    }
}
