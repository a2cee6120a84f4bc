package io.dovetail.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dovetail.form.WovenForms;
import io.dovetail.matter.MatterKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** The models, decisions and forms below one folder: the project's, or those that a test is tried on. */
record Models(Path home) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each model is read once; no test changes one. */
    private static final Map<Path, Model> READ = new ConcurrentHashMap<>();

    /** The project's own. */
    static Models ofProject() {
        return new Models(Path.of(""));
    }

    /**
     * Deliberately faulty ones, with which the tests here show that they are not blind. They are no test resources: the
     * engine would deploy what lies on the class path.
     */
    static Models faulty() {
        return new Models(Path.of("src", "test", "faulty"));
    }

    List<Model> processes() {
        return files("bpmn", ".bpmn")
                .map(file -> READ.computeIfAbsent(file, Model::read))
                .toList();
    }

    List<Path> decisionFiles() {
        return files("bpmn", ".dmn").toList();
    }

    /** The forms as people get them, what they have in common woven in. */
    List<FormFile> forms() {
        Map<String, JsonNode> parts = formParts().stream().collect(Collectors.toMap(FormFile::id, FormFile::content));
        WovenForms woven = new WovenForms(parts);
        return formFiles().stream()
                .map(form -> new FormFile(form.file(), woven.weave(form.content())))
                .toList();
    }

    /** The forms as they are in their files. */
    List<FormFile> formFiles() {
        return files("forms", ".form")
                .filter(file -> !isPart(file))
                .map(FormFile::read)
                .toList();
    }

    /** What is woven into forms. */
    List<FormFile> formParts() {
        return files("forms", ".form").filter(this::isPart).map(FormFile::read).toList();
    }

    private boolean isPart(Path file) {
        return file.startsWith(home.resolve(WovenForms.PARTS_FOLDER));
    }

    Optional<Model> process(String id) {
        return processes().stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** The ids of the forms that tasks and start events open, by name or as a call's parameter {@code formId}. */
    Set<String> formsOpened() {
        Set<String> opened = new TreeSet<>(startForms());
        for (Model model : processes()) {
            model.all(UserTask.class).stream()
                    .map(UserTask::getCamundaFormRef)
                    .filter(ref -> ref != null && !ref.contains("{"))
                    .forEach(opened::add);
            model.all(CallActivity.class).stream()
                    .flatMap(call -> formGivenTo(call).stream())
                    .forEach(opened::add);
            if (model.id().equals("raise-matter")) {
                // What is raised decides on the form.
                Stream.of(MatterKind.values())
                        .flatMap(kind -> Optional.ofNullable(kind.formId()).stream())
                        .forEach(opened::add);
            }
        }
        return opened;
    }

    /** The ids of the forms with which processes are started. */
    Set<String> startForms() {
        Set<String> started = new TreeSet<>();
        for (Model model : processes()) {
            model.all(StartEvent.class).stream()
                    .map(StartEvent::getCamundaFormRef)
                    .filter(ref -> ref != null)
                    .forEach(started::add);
        }
        return started;
    }

    /** The form a call hands on as a literal, {@code answerProposal} or <code>${'answerProposal'}</code>. */
    static Optional<String> formGivenTo(CallActivity call) {
        return Model.extensions(call, CamundaIn.class)
                .filter(in -> "formId".equals(in.getCamundaTarget()) && in.getCamundaSourceExpression() != null)
                .map(in -> in.getCamundaSourceExpression().replaceAll("^[$]\\{\\s*'([^']*)'\\s*}$", "$1"))
                .filter(given -> !given.contains("{"))
                .findFirst();
    }

    /** The text of each class of the program. */
    List<String> sources() {
        return files("src/main/java", ".java").map(Models::text).toList();
    }

    private Stream<Path> files(String folder, String suffix) {
        Path root = home.resolve(folder);
        if (!Files.isDirectory(root)) {
            return Stream.of();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found
                    .filter(path -> path.toString().endsWith(suffix))
                    .filter(path -> !path.toString().contains("node_modules"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's name without its suffix. */
    static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** One form. */
    record FormFile(Path file, JsonNode content) {

        static FormFile read(Path file) {
            try {
                return new FormFile(file, JSON.readTree(text(file)));
            } catch (IOException e) {
                throw new AssertionError(file + " is not valid JSON: " + e.getMessage(), e);
            }
        }

        String id() {
            return content.path("id").asText();
        }

        /** Every component at any depth, groups before what they hold. */
        List<JsonNode> components() {
            return below(content).toList();
        }

        private static Stream<JsonNode> below(JsonNode parent) {
            return children(parent).flatMap(child -> Stream.concat(Stream.of(child), below(child)));
        }

        private static Stream<JsonNode> children(JsonNode parent) {
            JsonNode components = parent.path("components");
            return Stream.iterate(0, i -> i < components.size(), i -> i + 1).map(components::get);
        }
    }
}
