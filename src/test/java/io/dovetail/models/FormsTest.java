package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each form is one that Tasklist can show, says first what working together means here, and bounds what may be typed. */
class FormsTest {

    /** What form-js 1.8 in Camunda 7.24's Tasklist knows. */
    private static final int NEWEST_SCHEMA = 16;

    /** Left out: html (blocked), dynamiclist (disables Complete for good), and what needs the network or a script. */
    private static final Set<String> TYPES = Set.of(
            "text",
            "table",
            "textfield",
            "textarea",
            "number",
            "datetime",
            "radio",
            "checkbox",
            "checklist",
            "select",
            "taglist",
            "group",
            "separator",
            "spacer");

    private static final Set<String> WITHOUT_LABEL = Set.of("text", "separator", "spacer");

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");

    @Test
    void formsCanBeShownAndBoundWhatIsTyped() {
        assertThat(faults(Models.ofProject())).isEmpty();
        assertThat(faults(Models.faulty()))
                .containsExactlyInAnyOrder(
                        "forgotten.form does not begin with the head of every form (a component whose property part is head).",
                        "unguided.form has the id unguidedForm: the file has the name of its form.",
                        "unguided.form is written for a newer form-js: schemaVersion 17 is above 16.",
                        "unguided.form does not begin with the head of every form (a component whose property part is head).",
                        "unguided.form does not show the guide (shown.guide).",
                        "unguided.form has two components of the id Field_7.",
                        "unguided.form: reason takes text of any length: give it validate.maxLength.",
                        "unguided.form: Field_2 has no label.",
                        "unguided.form: the key reason is given twice.",
                        "unguided.form: Field_4 is a dynamiclist, which is not used here.",
                        "unguided.form: Field_5 has no label.",
                        "unguided.form: Field_5 has the key \"Amount of it\", which is not in camelCase.");
    }

    /** Whoever can type something is told, once, that it may be disclosed and that nothing of a patient belongs there. */
    @Test
    void formsEndBySayingThatWhatIsTypedMayBeDisclosed() {
        for (Models.FormFile form : Models.ofProject().forms()) {
            JsonNode components = form.content().path("components");
            boolean asksForText = form.components().stream().anyMatch(Fields::takesText);
            assertThat(components
                            .path(components.size() - 1)
                            .path("text")
                            .asText()
                            .contains("Freedom of Information"))
                    .as("%s ends with the line on the Freedom of Information Act", form.file())
                    .isEqualTo(asksForText);
            assertThat(form.components().stream()
                            .filter(component -> component.path("text").asText().contains("Freedom of Information")))
                    .as("%s says it once", form.file())
                    .hasSize(asksForText ? 1 : 0);
        }
    }

    /**
     * How much of the forms repeats itself: every component at the top of a form or a part counts with the lines it takes when
     * printed, and those that another one before it equals, but for its id, are repeated.
     */
    @Test
    void noMoreThanATenthOfTheFormsRepeatsItself() {
        Models models = Models.ofProject();
        Set<JsonNode> seen = new HashSet<>();
        long all = 0;
        long repeated = 0;
        for (Models.FormFile form : Stream.concat(models.formFiles().stream(), models.formParts().stream())
                .toList()) {
            for (JsonNode component : form.content().path("components")) {
                long lines = component.toPrettyString().lines().count();
                ObjectNode withoutId = component.deepCopy();
                withoutId.remove("id");
                all += lines;
                repeated += seen.add(withoutId) ? 0 : lines;
            }
        }
        assertThat(repeated * 100.0 / all)
                .as("%d of %d lines of components repeat others, in per cent", repeated, all)
                .isLessThanOrEqualTo(10);
    }

    @Test
    void everyPartIsWovenIntoSomeForm() {
        Models models = Models.ofProject();
        Set<String> named = models.formFiles().stream()
                .flatMap(form -> form.components().stream())
                .map(FormsTest::partOf)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        named.add("disclosure");
        assertThat(models.formParts().stream().map(Models.FormFile::id)).containsExactlyInAnyOrderElementsOf(named);
    }

    private static String partOf(JsonNode component) {
        return component.path("properties").path("part").asText();
    }

    private static List<String> faults(Models models) {
        List<String> faults = new ArrayList<>();
        Set<String> startForms = models.startForms();
        Set<String> beginsWithHead = models.formFiles().stream()
                .filter(form ->
                        "head".equals(partOf(form.content().path("components").path(0))))
                .map(Models.FormFile::id)
                .collect(Collectors.toSet());
        for (Models.FormFile form : models.forms()) {
            String file = String.valueOf(form.file().getFileName());
            if (!form.id().equals(Models.nameOf(form.file()))) {
                faults.add(file + " has the id " + form.id() + ": the file has the name of its form.");
            }
            if (!"default".equals(form.content().path("type").asText())) {
                faults.add(file + " is not of type default.");
            }
            int schema = form.content().path("schemaVersion").asInt(Integer.MAX_VALUE);
            if (schema > NEWEST_SCHEMA) {
                faults.add(file + " is written for a newer form-js: schemaVersion " + schema + " is above "
                        + NEWEST_SCHEMA + ".");
            }
            JsonNode first = form.content().path("components").path(0);
            if (startForms.contains(Models.nameOf(form.file()))) {
                if (!"text".equals(first.path("type").asText())) {
                    faults.add(file + " does not begin with a text that says what is started.");
                }
            } else {
                if (!beginsWithHead.contains(form.id())) {
                    faults.add(file
                            + " does not begin with the head of every form (a component whose property part is head).");
                }
                if (form.components().stream()
                        .noneMatch(component -> component.path("text").asText().contains("shown.guide"))) {
                    faults.add(file + " does not show the guide (shown.guide).");
                }
            }
            faults.addAll(componentFaults(file, form));
        }
        return faults;
    }

    private static List<String> componentFaults(String file, Models.FormFile form) {
        List<String> faults = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode component : form.components()) {
            String type = component.path("type").asText();
            String key = component.path("key").asText();
            String name = key.matches("[a-z][a-zA-Z0-9]*")
                    ? key
                    : component.path("id").asText("a component");
            if (!ids.add(component.path("id").asText())) {
                faults.add(file + " has two components of the id "
                        + component.path("id").asText() + ".");
            }
            if (!TYPES.contains(type)) {
                faults.add(file + ": " + name + " is a " + type + ", which is not used here.");
            }
            if (!WITHOUT_LABEL.contains(type)
                    && component.path("label").asText().isBlank()) {
                faults.add(file + ": " + name + " has no label.");
            }
            if (Fields.isInput(component)) {
                if (!key.matches("[a-z][a-zA-Z0-9]*")) {
                    faults.add(file + ": " + name + " has the key \"" + key + "\", which is not in camelCase.");
                }
                if (!keys.add(key)) {
                    faults.add(file + ": the key " + key + " is given twice.");
                }
                boolean noChoice = component.path("values").isEmpty()
                        && component.path("valuesKey").asText().isBlank()
                        && component.path("valuesExpression").asText().isBlank();
                if (CHOICES.contains(type) && noChoice) {
                    faults.add(file + ": " + name + " offers nothing to choose from.");
                }
                if (Fields.isEditable(component)
                        && Fields.takesText(component)
                        && Fields.maxLength(component).isEmpty()) {
                    faults.add(file + ": " + name + " takes text of any length: give it validate.maxLength.");
                }
            } else if (!component.path("path").asText().isBlank() && "group".equals(type)) {
                faults.add(file + ": " + name + " has a path, which would nest its fields' values.");
            }
        }
        return faults;
    }
}
