package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.request.News;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;

/**
 * The names of elements, messages, processes, decisions and forms that Java uses are names in the models: whoever renames one there
 * is told here, before something quietly does nothing.
 */
class NamesInJavaTest {

    private static final String ENGINE_ROOM = "package io.dovetail.engine;";

    private static final Pattern ELEMENT = Pattern.compile(
            "\"((?:\\w+Task|\\w*[eE]vent|gateway|subProcess|callActivity|flow|boundary|participant)_\\w+)\"");

    private static final Pattern MESSAGE = Pattern.compile("\"(dovetail\\.[a-zA-Z]+)\"");

    /** With a hyphen in the engine room, after a method that takes a process, or as a constant of {@code Access}. */
    private static final Pattern HYPHENATED = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");

    private static final Pattern BY_KEY = Pattern.compile("(?:processDefinitionKey|ByKey)\\(\\s*\"([^\"]+)\"");
    private static final Pattern DECISION = Pattern.compile("\\b(?:decide|collect)\\(\\s*\"([^\"]+)\"");
    private static final Pattern GRANTED = Pattern.compile("static final String [A-Z_]+ = \"([a-z-]+)\"");
    private static final Set<String> NO_PROCESS =
            Set.of("sample-partnership", "sign-in", "base-url", "no-store", "not-allowed");

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\bshown\\w*\\(\\s*\\w+(?:\\.\\w+\\(\\))?,\\s*\"(\\w+)\""),
            Pattern.compile("forSituation\\(\\s*\"(\\w+)\""),
            Pattern.compile("@Form\\(\"(\\w+)\""),
            Pattern.compile("(?:situation|question\\(\\))\\.equals\\(\\s*\"(\\w+)\""));
    private static final Pattern CASE = Pattern.compile("case \"(\\w+)\" ->");

    private final Models models = Models.ofProject();

    @Test
    void elementsAreElementsOfAModel() {
        Set<String> ids = new TreeSet<>();
        models.processes().forEach(model -> ids.addAll(model.ids()));
        Set<String> used = new TreeSet<>();
        models.sources().forEach(source -> addAll(ELEMENT, source, used));

        assertThat(used).contains("event_answerOverdue", "event_silenceReached");
        assertThat(ids).containsAll(used);
    }

    @Test
    void messagesAreMessagesOfAModel() {
        Set<String> names = new TreeSet<>();
        models.processes().forEach(model -> model.all(Message.class).forEach(message -> names.add(message.getName())));
        Set<String> sent = new TreeSet<>();
        sources(ENGINE_ROOM).forEach(source -> addAll(MESSAGE, source, sent));
        Stream.of(News.values()).map(News::message).forEach(sent::add);

        assertThat(sent).hasSizeGreaterThan(10);
        assertThat(names).containsAll(sent);
    }

    @Test
    void processesAndDecisionsAreThere() {
        Set<String> names = new TreeSet<>(NO_PROCESS);
        models.processes().forEach(model -> names.add(model.id()));
        models.decisionFiles().forEach(file -> names.add(Models.nameOf(file)));
        Set<String> used = new TreeSet<>();
        sources(ENGINE_ROOM).forEach(source -> {
            addAll(HYPHENATED, source, used);
            addAll(BY_KEY, source, used);
            if (source.contains("class Access ")) {
                addAll(GRANTED, source, used);
            }
        });
        models.sources().forEach(source -> addAll(DECISION, source, used));

        assertThat(used).contains("body-request", "send-mail", "deferral-tier");
        assertThat(names).containsAll(used);
    }

    @Test
    void formsAreForms() {
        Set<String> names = new TreeSet<>();
        models.forms().forEach(form -> names.add(form.id()));
        Set<String> used = new TreeSet<>();
        for (String source : models.sources()) {
            FORMS.forEach(pattern -> addAll(pattern, source, used));
            if (source.contains("switch (situation)")) {
                addAll(CASE, source, used);
            }
        }

        assertThat(used).contains("answerProposal", "chooseMatter", "addScopeQuestion");
        assertThat(names).containsAll(used);
    }

    /** What a task asks to be shown by the name of a form is asked by the name of its own form. */
    @Test
    void whatATaskShowsIsForItsOwnForm() {
        Pattern named = Pattern.compile("'(\\w+)'");
        int seen = 0;
        for (Model model : models.processes()) {
            for (UserTask task : model.all(UserTask.class)) {
                for (CamundaInputOutput mapping :
                        Model.extensions(task, CamundaInputOutput.class).toList()) {
                    for (CamundaInputParameter input : mapping.getCamundaInputParameters()) {
                        if (!"shown".equals(input.getCamundaName())) {
                            continue;
                        }
                        seen++;
                        Matcher form = named.matcher(input.getTextContent());
                        if (form.find()) {
                            assertThat(form.group(1))
                                    .as("%s in %s", task.getId(), model.id())
                                    .isEqualTo(task.getCamundaFormRef());
                        }
                    }
                }
            }
        }
        // Few are left that are not asked by a request; that some are seen shows that the search still finds them.
        assertThat(seen).isPositive();
    }

    private List<String> sources(String room) {
        Pattern package_ = Pattern.compile(room);
        List<String> sources = new ArrayList<>(models.sources());
        sources.removeIf(source -> !package_.matcher(source).find());
        return sources;
    }

    private static void addAll(Pattern pattern, String text, Set<String> names) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
    }
}
