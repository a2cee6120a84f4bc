package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/** Every name in a model is well formed, and names something that exists and fits. */
class ModelNamesTest {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    /** From the most special type to the most general. */
    private static final Map<Class<? extends BaseElement>, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put(UserTask.class, "userTask");
        PREFIXES.put(SendTask.class, "sendTask");
        PREFIXES.put(ServiceTask.class, "serviceTask");
        PREFIXES.put(ReceiveTask.class, "receiveTask");
        PREFIXES.put(BusinessRuleTask.class, "businessRuleTask");
        PREFIXES.put(CallActivity.class, "callActivity");
        PREFIXES.put(SubProcess.class, "subProcess");
        PREFIXES.put(Gateway.class, "gateway");
        PREFIXES.put(StartEvent.class, "startEvent");
        PREFIXES.put(EndEvent.class, "endEvent");
        PREFIXES.put(Event.class, "event");
        PREFIXES.put(SequenceFlow.class, "flow");
        PREFIXES.put(Message.class, "message");
    }

    /** Read on every road: what the engine room sets for the step after a form, and what forms show. */
    private static final Set<String> VARIABLES_OF_THE_HOUSE = Set.of("answer", "actor", "shown");

    private static final Set<String> FUNCTIONS = Set.of("JSON", "S");

    private static final Beans BEANS = Beans.in("io.dovetail");

    @Test
    void filesAndElementsAreNamedAsTheHouseNamesThem() {
        assertThat(namingFaults(Models.ofProject())).isEmpty();
        assertThat(namingFaults(Models.faulty()))
                .contains(
                        "ask-bodies.bpmn holds the process askBody: the file has the name of its process.",
                        "ask-bodies.bpmn: the process id askBody is not in kebab-case.",
                        "ask-bodies.bpmn: Activity_0 is not named userTask_<camelCase>.",
                        "ask-bodies.bpmn: the message offer (message_offer) is not named dovetail.<camelCase>.",
                        "ask-bodies.bpmn: nothing waits for the message dovetail.neverSent (message_unused).");
    }

    @Test
    void idsAreUniqueWithinAFile() {
        assertThat(doubleIds("x.bpmn", List.of("a", "b", "a"))).containsExactly("x.bpmn: the id a is given 2 times.");
        assertThat(Models.ofProject().processes().stream()
                        .flatMap(model -> doubleIds(String.valueOf(model.file().getFileName()), model.ids()).stream()))
                .isEmpty();
    }

    @Test
    void formsDecisionsAndCalledProcessesExist() {
        assertThat(referenceFaults(Models.ofProject())).isEmpty();
        assertThat(referenceFaults(Models.faulty()))
                .contains(
                        "ask-bodies.bpmn: Activity_0 opens the form missingForm, and there is no forms/**/missingForm.form.",
                        "ask-bodies.bpmn: callActivity_ask opens the form otherMissingForm,"
                                + " and there is no forms/**/otherMissingForm.form.",
                        "ask-bodies.bpmn: businessRuleTask_choose asks the decision no-such-decision,"
                                + " and there is no bpmn/no-such-decision.dmn with a decision of that id.",
                        "ask-bodies.bpmn: callActivity_askNobody calls nobody, and there is no bpmn/nobody.bpmn.",
                        "forgotten.form is opened by no model.");
    }

    @Test
    void beansAndMethodsExistAndTakeTheArgumentsGiven() {
        assertThat(expressionFaults(Models.ofProject())).isEmpty();
        assertThat(expressionFaults(Models.faulty()))
                .contains(
                        "ask-bodies.bpmn: serviceTask_noBean calls noSuchBean.open with 0 arguments:"
                                + " noSuchBean is neither a bean nor a variable that the model sets.",
                        "ask-bodies.bpmn: serviceTask_noMethod calls dovetail.run with 1 argument:"
                                + " the bean has no such public method.",
                        "ask-bodies.bpmn: serviceTask_noFunction uses the function now(), which is not one of [JSON, S].",
                        "ask-bodies.bpmn: serviceTask_noExpression cannot be read: ${reviews.open(}");
    }

    /** Reviews go on by the models they began with, so what a released model calls stays for as long as such reviews run. */
    @Test
    void beansOfReleasedModelsAreStillThere() throws IOException {
        assertThat(Released.versions()).isEqualTo(Released.inChangelog());
        for (String released : Released.versions()) {
            Models models = new Models(Released.HOME.resolve(released));
            assertThat(models.processes()).as(released).isNotEmpty();
            assertThat(expressionFaults(models))
                    .as(
                            "Reviews that began with %s still call this. If it is not released yet, keep it again, as src/docs/changelog.md says",
                            released)
                    .isEmpty();
        }
        // And it would see it.
        assertThat(expressionFaults(Models.faulty())).anyMatch(fault -> fault.contains("has no such public method"));
    }

    @Test
    void noVariableTakesAnothersPlace() {
        List<Expressions.Call> calls = Models.ofProject().processes().stream()
                .flatMap(model -> model.saidToTheEngine().stream())
                .filter(said -> said.text().contains("${"))
                .flatMap(said -> Expressions.in(said.text()).calls().stream())
                .toList();
        assertThat(calls).hasSizeGreaterThan(100);
        assertThat(calls.stream().flatMap(call -> misplaced(call).stream())).isEmpty();
        assertThat(misplaced(Expressions.in("${countyLinks.offer(countyId, reviewId)}")
                        .calls()
                        .get(0)))
                .contains("countyLinks.offer with 2 arguments: countyId takes the place of another parameter.");
    }

    private static Optional<String> misplaced(Expressions.Call call) {
        return BEANS.misplaced(call.root(), call.method(), call.given())
                .map(variable -> call + ": " + variable + " takes the place of another parameter.");
    }

    @Test
    void callsHandOverWhatTheCalledProcessUses() {
        assertThat(mappingFaults(Models.ofProject())).isEmpty();
        assertThat(mappingFaults(Models.faulty()))
                .contains(
                        "ask-bodies.bpmn: callActivity_ask hands over neverReadAnywhere, which asked never reads.",
                        "ask-bodies.bpmn: callActivity_ask takes back neverSetAnywhere, which asked never sets.");
    }

    private static List<String> namingFaults(Models models) {
        List<String> faults = new ArrayList<>();
        for (Model model : models.processes()) {
            String file = String.valueOf(model.file().getFileName());
            if (!Models.nameOf(model.file()).equals(model.id())) {
                faults.add(file + " holds the process " + model.id() + ": the file has the name of its process.");
            }
            if (!KEBAB_CASE.matcher(model.id()).matches()) {
                faults.add(file + ": the process id " + model.id() + " is not in kebab-case.");
            }
            Set<String> seen = new TreeSet<>();
            PREFIXES.forEach((type, prefix) -> model.all(type).forEach(element -> {
                if (seen.add(element.getId()) && !element.getId().matches(prefix + "_[a-z][a-zA-Z0-9]*")) {
                    faults.add(file + ": " + element.getId() + " is not named " + prefix + "_<camelCase>.");
                }
            }));
            faults.addAll(messageFaults(file, model));
        }
        return faults;
    }

    private static List<String> messageFaults(String file, Model model) {
        List<String> faults = new ArrayList<>();
        Set<Message> waitedFor = model.all(MessageEventDefinition.class).stream()
                .flatMap(each -> Optional.ofNullable(each.getMessage()).stream())
                .collect(Collectors.toSet());
        model.all(ReceiveTask.class)
                .forEach(each -> Optional.ofNullable(each.getMessage()).ifPresent(waitedFor::add));
        for (Message message : model.all(Message.class)) {
            if (!String.valueOf(message.getName()).matches("dovetail\\.[a-z][a-zA-Z0-9]*")) {
                faults.add(file + ": the message " + message.getName() + " (" + message.getId()
                        + ") is not named dovetail.<camelCase>.");
            }
            if (!waitedFor.contains(message)) {
                faults.add(
                        file + ": nothing waits for the message " + message.getName() + " (" + message.getId() + ").");
            }
        }
        return faults;
    }

    private static List<String> doubleIds(String file, List<String> ids) {
        return ids.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting())).entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> file + ": the id " + entry.getKey() + " is given " + entry.getValue() + " times.")
                .sorted()
                .toList();
    }

    private static List<String> referenceFaults(Models models) {
        List<String> faults = new ArrayList<>();
        Set<String> forms =
                models.forms().stream().map(form -> Models.nameOf(form.file())).collect(Collectors.toSet());
        Set<String> decisions = models.decisionFiles().stream()
                .filter(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).stream()
                        .anyMatch(decision -> Models.nameOf(file).equals(decision.getId())))
                .map(Models::nameOf)
                .collect(Collectors.toSet());
        for (Model model : models.processes()) {
            String file = String.valueOf(model.file().getFileName());
            Map<String, String> opened = new LinkedHashMap<>();
            model.all(UserTask.class)
                    .forEach(task -> Optional.ofNullable(task.getCamundaFormRef())
                            .ifPresentOrElse(
                                    form -> opened.put(task.getId(), form),
                                    () -> faults.add(file + ": " + task.getId() + " opens no form.")));
            model.all(StartEvent.class)
                    .forEach(event -> Optional.ofNullable(event.getCamundaFormRef())
                            .ifPresent(form -> opened.put(event.getId(), form)));
            model.all(CallActivity.class)
                    .forEach(call -> Models.formGivenTo(call).ifPresent(form -> opened.put(call.getId(), form)));
            opened.forEach((element, form) -> {
                if (!form.contains("{") && !forms.contains(form)) {
                    faults.add(file + ": " + element + " opens the form " + form + ", and there is no forms/**/" + form
                            + ".form.");
                }
            });
            for (BusinessRuleTask task : model.all(BusinessRuleTask.class)) {
                String decision = String.valueOf(task.getCamundaDecisionRef());
                if (!decisions.contains(decision)) {
                    faults.add(file + ": " + task.getId() + " asks the decision " + decision + ", and there is no bpmn/"
                            + decision + ".dmn with a decision of that id.");
                }
            }
            for (CallActivity call : model.all(CallActivity.class)) {
                String called = String.valueOf(call.getCalledElement());
                if (models.process(called).isEmpty()) {
                    faults.add(file + ": " + call.getId() + " calls " + called + ", and there is no bpmn/" + called
                            + ".bpmn.");
                }
            }
        }
        Set<String> opened = models.formsOpened();
        forms.stream()
                .filter(form -> !opened.contains(form))
                .sorted()
                .forEach(form -> faults.add(form + ".form is opened by no model."));
        return faults;
    }

    private List<String> expressionFaults(Models models) {
        List<String> faults = new ArrayList<>();
        for (Model model : models.processes()) {
            String file = String.valueOf(model.file().getFileName());
            Set<String> variables = variablesSetBy(model, models);
            for (Model.Said said : model.saidToTheEngine()) {
                if (!said.text().contains("${") && !said.text().contains("#{")) {
                    continue;
                }
                Expressions expressions;
                try {
                    expressions = Expressions.in(said.text());
                } catch (RuntimeException e) {
                    faults.add(file + ": " + said.element() + " cannot be read: " + said.text());
                    continue;
                }
                for (Expressions.Call call : expressions.calls()) {
                    faultOf(call, variables)
                            .ifPresent(fault ->
                                    faults.add(file + ": " + said.element() + " calls " + call + ": " + fault));
                }
                expressions.functions().stream()
                        .filter(function -> !FUNCTIONS.contains(function))
                        .forEach(function -> faults.add(file + ": " + said.element() + " uses the function " + function
                                + "(), which is not one of " + new TreeSet<>(FUNCTIONS) + "."));
            }
        }
        return faults;
    }

    private Optional<String> faultOf(Expressions.Call call, Set<String> variables) {
        if (BEANS.has(call.root())) {
            return BEANS.has(call.root(), call.method(), call.arguments())
                    ? Optional.empty()
                    : Optional.of("the bean has no such public method.");
        }
        Map<String, Class<?>> engine = Map.of("execution", DelegateExecution.class, "task", DelegateTask.class);
        Class<?> type = engine.get(call.root());
        if (type != null) {
            return Beans.has(type, call.method(), call.arguments())
                    ? Optional.empty()
                    : Optional.of("the engine has no such method.");
        }
        return variables.contains(call.root())
                ? Optional.empty()
                : Optional.of(call.root() + " is neither a bean nor a variable that the model sets.");
    }

    private static Set<String> variablesSetBy(Model model, Models models) {
        Set<String> names = new TreeSet<>(VARIABLES_OF_THE_HOUSE);
        Set<String> naming = Set.of("resultVariable", "elementVariable", "target");
        for (Model.Said said : model.saidToTheEngine()) {
            // Of the names that are left, those of input and output parameters are variables.
            if (naming.contains(said.attribute()) || "name".equals(said.attribute())) {
                names.add(said.text());
            }
        }
        for (Model caller : models.processes()) {
            caller.all(CallActivity.class).stream()
                    .filter(call -> model.id().equals(call.getCalledElement()))
                    .flatMap(call -> Model.extensions(call, CamundaIn.class))
                    .flatMap(in -> Optional.ofNullable(in.getCamundaTarget()).stream())
                    .forEach(names::add);
        }
        return names;
    }

    private static List<String> mappingFaults(Models models) {
        List<String> faults = new ArrayList<>();
        for (Model model : models.processes()) {
            String file = String.valueOf(model.file().getFileName());
            for (CallActivity call : model.all(CallActivity.class)) {
                Optional<Model> called = models.process(String.valueOf(call.getCalledElement()));
                if (called.isEmpty()) {
                    continue;
                }
                Model.extensions(call, CamundaIn.class)
                        .flatMap(in -> Optional.ofNullable(in.getCamundaTarget()).stream())
                        .filter(name -> !called.get().speaksOf(name) && !readElsewhere(name, models))
                        .forEach(name -> faults.add(file + ": " + call.getId() + " hands over " + name + ", which "
                                + called.get().id() + " never reads."));
                Model.extensions(call, CamundaOut.class)
                        .flatMap(out -> Optional.ofNullable(out.getCamundaSource()).stream())
                        .filter(name -> !called.get().speaksOf(name) && !namedInCode(name, models))
                        .forEach(name -> faults.add(file + ": " + call.getId() + " takes back " + name + ", which "
                                + called.get().id() + " never sets."));
            }
        }
        return faults;
    }

    /** Forms show variables, and the engine room reads some by name. */
    private static boolean readElsewhere(String name, Models models) {
        Pattern word = Pattern.compile("\\b" + Pattern.quote(name) + "\\b");
        return models.forms().stream()
                        .anyMatch(
                                form -> word.matcher(form.content().toString()).find())
                || namedInCode(name, models);
    }

    private static boolean namedInCode(String name, Models models) {
        return models.sources().stream().anyMatch(source -> source.contains('"' + name + '"'));
    }
}
