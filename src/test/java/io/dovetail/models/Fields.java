package io.dovetail.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** How a form's fields are read. */
final class Fields {

    private static final Set<String> INPUTS = Set.of(
            "textfield", "textarea", "number", "datetime", "radio", "checkbox", "checklist", "select", "taglist");

    private Fields() {}

    static boolean isInput(JsonNode component) {
        return INPUTS.contains(component.path("type").asText());
    }

    /** Can somebody type or choose here, now or under some condition? */
    static boolean isEditable(JsonNode component) {
        return isInput(component)
                && !isSwitchedOn(component.path("readonly"))
                && !isSwitchedOn(component.path("disabled"));
    }

    /** An expression in place of true or false leaves open what it is: the field can then be edited. */
    private static boolean isSwitchedOn(JsonNode flag) {
        return flag.isBoolean() && flag.asBoolean();
    }

    static boolean takesText(JsonNode component) {
        return Set.of("textfield", "textarea").contains(component.path("type").asText());
    }

    static boolean isRequired(JsonNode component) {
        return component.path("validate").path("required").asBoolean();
    }

    static OptionalInt maxLength(JsonNode component) {
        JsonNode length = component.path("validate").path("maxLength");
        return length.canConvertToInt() ? OptionalInt.of(length.asInt()) : OptionalInt.empty();
    }

    /** The editable fields by key, each with whether it, or a group around it, may be hidden. */
    static Map<String, Field> editable(JsonNode form) {
        Map<String, Field> fields = new LinkedHashMap<>();
        collect(form, false, fields);
        return fields;
    }

    private static void collect(JsonNode parent, boolean mayBeHidden, Map<String, Field> fields) {
        for (JsonNode component : parent.path("components")) {
            boolean hidden = mayBeHidden || component.path("conditional").has("hide");
            if (isEditable(component)) {
                fields.put(component.path("key").asText(), new Field(component, hidden));
            }
            collect(component, hidden, fields);
        }
    }

    /** One field, and whether a condition may hide it. */
    record Field(JsonNode component, boolean mayBeHidden) {

        String type() {
            return component.path("type").asText();
        }
    }
}
