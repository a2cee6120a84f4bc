package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
                        "unguided.form has the id unguidedForm: the file has the name of its form.",
                        "unguided.form is written for a newer form-js: schemaVersion 17 is above 16.",
                        "unguided.form does not begin with a text that shows the guide (shown.guide).",
                        "unguided.form: reason takes text of any length: give it validate.maxLength.",
                        "unguided.form: Field_2 has no label.",
                        "unguided.form: the key reason is given twice.",
                        "unguided.form: Field_4 is a dynamiclist, which is not used here.",
                        "unguided.form: Field_5 has no label.",
                        "unguided.form: Field_5 has the key \"Amount of it\", which is not in camelCase.");
    }

    private static List<String> faults(Models models) {
        List<String> faults = new ArrayList<>();
        Set<String> startForms = models.startForms();
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
            boolean speaksFirst = "text".equals(first.path("type").asText());
            if (startForms.contains(Models.nameOf(form.file()))) {
                if (!speaksFirst) {
                    faults.add(file + " does not begin with a text that says what is started.");
                }
            } else if (!speaksFirst || !first.path("text").asText().contains("shown.guide")) {
                faults.add(file + " does not begin with a text that shows the guide (shown.guide).");
            }
            faults.addAll(componentFaults(file, form));
        }
        return faults;
    }

    private static List<String> componentFaults(String file, Models.FormFile form) {
        List<String> faults = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode component : form.components()) {
            String type = component.path("type").asText();
            String key = component.path("key").asText();
            String name = key.matches("[a-z][a-zA-Z0-9]*")
                    ? key
                    : component.path("id").asText("a component");
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
