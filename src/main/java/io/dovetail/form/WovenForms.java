package io.dovetail.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Forms as people get them. What many forms have in common is written once, in a form of {@code forms/parts}: a component whose
 * property {@code part} names it is replaced by what that part holds. Where something can be typed, the form ends by saying
 * that it may be disclosed; beside a field whose property {@code published} is true it says that this is published.
 */
public final class WovenForms {

    /** The folder of the parts, which are forms like the others and never deployed. */
    public static final String PARTS_FOLDER = "forms/parts/";

    private static final String DISCLOSURE = "disclosure";
    private static final String PUBLISHED = "This is published.";
    private static final Set<String> TYPED = Set.of("textfield", "textarea");

    private final JsonMapper json = new JsonMapper();
    private final Map<String, JsonNode> parts;

    /** @param parts the parts by name, each a form */
    public WovenForms(Map<String, JsonNode> parts) {
        this.parts = Map.copyOf(parts);
    }

    /**
     * A form with its parts in place.
     *
     * @throws IllegalArgumentException if it names a part that there is not
     */
    public JsonNode weave(JsonNode form) {
        ObjectNode woven = form.deepCopy();
        ArrayNode components = json.createArrayNode();
        for (JsonNode component : form.path("components")) {
            String part = component.path("properties").path("part").asText();
            if (part.isEmpty()) {
                components.add(component.deepCopy());
            } else {
                components.addAll(componentsOf(part, form));
            }
        }
        if (parts.containsKey(DISCLOSURE) && asksForText(form)) {
            components.addAll(componentsOf(DISCLOSURE, form));
        }
        woven.set("components", components);
        woven.findParents("properties").forEach(WovenForms::sayWhatIsPublished);
        return woven;
    }

    private static void sayWhatIsPublished(JsonNode field) {
        if (field.path("properties").path("published").asBoolean()) {
            String description = field.path("description").asText();
            ((ObjectNode) field).put("description", description.isEmpty() ? PUBLISHED : description + " " + PUBLISHED);
        }
    }

    private ArrayNode componentsOf(String part, JsonNode form) {
        JsonNode content = parts.get(part);
        if (content == null) {
            throw new IllegalArgumentException("The form " + form.path("id").asText() + " names the part " + part
                    + "; add " + PARTS_FOLDER + part + ".form or remove the component.");
        }
        return ((ArrayNode) content.path("components")).deepCopy();
    }

    private static boolean asksForText(JsonNode form) {
        return form.findValuesAsText("type").stream().anyMatch(TYPED::contains);
    }
}
