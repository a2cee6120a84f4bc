package io.dovetail.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What forms have in common takes its place in each of them. */
class WovenFormsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final WovenForms woven = new WovenForms(Map.of(
            "head", form("{'type':'text','id':'Text_review'},{'type':'text','id':'Text_putOff'}"),
            "disclosure", form("{'type':'text','id':'Text_disclosure'}")));

    @Test
    void aPartTakesThePlaceOfTheComponentThatNamesIt() {
        JsonNode form = form("{'type':'text','id':'Part','properties':{'part':'head'}},{'type':'radio','id':'Field'}");
        assertThat(woven.weave(form).findValuesAsText("id"))
                .containsExactly("form", "Text_review", "Text_putOff", "Field");
        assertThat(form.findValuesAsText("id")).as("the source stays").contains("Part");
    }

    @Test
    void whereSomethingCanBeTypedTheFormEndsWithTheLineOnDisclosure() {
        assertThat(woven.weave(form("{'type':'group','id':'Group','components':[{'type':'textarea','id':'Field'}]}"))
                        .findValuesAsText("id"))
                .containsExactly("form", "Group", "Field", "Text_disclosure");
    }

    @Test
    void besideAFieldThatIsPublishedItSaysSo() {
        JsonNode form = form(
                "{'type':'group','id':'Group','components':["
                        + "{'type':'radio','id':'A','description':'In one word.','properties':{'published':'true'}},"
                        + "{'type':'radio','id':'B','properties':{'published':'true'}},{'type':'radio','id':'C','description':'In two.'}]}");
        assertThat(woven.weave(form).findValuesAsText("description"))
                .containsExactly("In one word. This is published.", "This is published.", "In two.");
    }

    @Test
    void aPartThatThereIsNotIsRefused() {
        JsonNode form = form("{'type':'text','id':'Part','properties':{'part':'haed'}}");
        assertThatThrownBy(() -> woven.weave(form))
                .hasMessage("The form form names the part haed; add forms/parts/haed.form or remove the component.");
    }

    private static JsonNode form(String components) {
        try {
            return JSON.readTree("{'type':'default','id':'form','components':[%s]}"
                    .formatted(components)
                    .replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
