package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that no form sends: of another type, of another name, of another step. */
class ForgedValuesTest extends BadInputAttempts {

    @ParameterizedTest
    @ValueSource(strings = {"Integer", "Date", "Boolean", "Json", "Object", "File", "Bytes", "Xml", "NoSuchType"})
    void aTextThatClaimsToBeSomethingElseIsRefused(String type) {
        Step step = step();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        variables.put("lead", Map.of("value", "Siân Morgan", "type", type));

        assertRefused(step, step.submit(variables), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.String",
                "java.util.HashMap",
                "javax.script.ScriptEngineManager",
                "io.dovetail.review.AnswerProposal",
                "io.dovetail.directory.Actor"
            })
    void aJavaObjectIsNeverMade(String type) {
        Step step = step();
        for (boolean lasting : List.of(true, false)) {
            for (String format : List.of("application/json", "application/x-java-serialized-object")) {
                Map<String, Object> object = Map.of(
                        "value",
                        "{\"stance\":\"JOIN\"}",
                        "type",
                        "Object",
                        "valueInfo",
                        Map.of("objectTypeName", type, "serializationDataFormat", format, "transient", !lasting));
                Map<String, Object> field = Browserless.variables(Proposal.answer("Siân Morgan"));
                field.put("lead", object);
                assertRefused(step, step.submit(field), "not in a form that can be read");

                // The names under which the program itself hands on who answered what.
                Map<String, Object> ours = new HashMap<>(Map.of("answer", object, "actor", object));
                assertRefused(step, step.submit(ours), "please");
            }
        }
    }

    @Test
    void whatTheFormDoesNotAskIsDropped() {
        Step step = step();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        Map<String, Object> strange = Map.of("value", "strange-7f3a", "type", "String");
        for (String name : List.of(
                "undeclared",
                "bodyId",
                "requestId",
                "reviewId",
                "shown",
                "answer",
                "actor",
                "about",
                "answeredBySilence",
                "formId")) {
            variables.put(name, strange);
        }
        variables.put(
                "made",
                Map.of(
                        "value",
                        "{}",
                        "type",
                        "Object",
                        "valueInfo",
                        Map.of(
                                "objectTypeName",
                                "io.dovetail.directory.Actor",
                                "serializationDataFormat",
                                "application/json")));

        assertThat(step.submit(variables).statusCode()).isEqualTo(204);
        engine.run();

        assertNowhere("strange-7f3a");
        assertThat(tables.sql(
                                "select count(*) from ACT_HI_VARINST where NAME_ in ('undeclared', 'made', 'answer', 'actor', 'lead')")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(engine.tasks("sian", step.review())).isEmpty();
        assertThat(engine.engine()
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(step.task().getProcessInstanceId())
                        .variableName("bodyId")
                        .singleResult()
                        .getValue())
                .isEqualTo("opendoor");
    }

    @Test
    void whatAProposalDoesNotAskIsDropped() {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Object> variables = Browserless.variables(Proposal.whole());
        Map<String, Object> strange = Map.of("value", "strange-91c2", "type", "String");
        for (String name : List.of("undeclared", "reviewId", "about", "proposer", "reviewGoesOn", "answer", "actor")) {
            variables.put(name, strange);
        }

        assertThat(zoe.post(
                                "/process-definition/key/crisis-care-review/submit-form",
                                Map.of("variables", variables, "businessKey", "strange-91c2"))
                        .statusCode())
                .isEqualTo(200);
        engine.run();

        assertNowhere("strange-91c2");
    }

    @Test
    void whatTheFormOnlyShowsCannotBeAltered() {
        Step step = step();
        String shown = step.shown();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        variables.remove("lead");
        variables.put("shown", Map.of("value", "{\"guide\":\"altered-55d0\"}", "type", "Json"));

        // Once in vain, so that what is shown can be seen again, and once for good.
        assertRefused(step, step.submit(variables), "please fill this in");
        assertThat(step.shown()).isEqualTo(shown);
        variables.put("lead", Map.of("value", "Siân Morgan", "type", "String"));
        assertThat(step.submit(variables).statusCode()).isEqualTo(204);
        engine.run();

        assertNowhere("altered-55d0");
    }

    /** That they may answer at the same moment is tried with eight of them, in the journeys. */
    @Test
    void whoAnswersLaterFindsNothingOfWhatOthersTyped() {
        String review = engine.propose("zoe", Proposal.whole());
        Map<String, String> people = new TreeMap<>(Map.of("zoe", "lantern", "sian", "opendoor", "amina", "mhtrust"));
        people.forEach((person, body) -> {
            Task task = engine.task(person, review, "answerProposal");
            assertThat(Browserless.signedIn(port, person, "tasklist")
                            .submit(task.getId(), Proposal.answer("Lead of " + body))
                            .statusCode())
                    .isEqualTo(204);
        });
        people.forEach(
                (person, body) -> assertThat(tables.sql("select lead from position where review_id = ? and body_id = ?")
                                .params(review, body)
                                .query(String.class)
                                .list())
                        .containsExactly("Lead of " + body));
        Task last = engine.task("huw", review, "answerProposal");
        String seen = Browserless.signedIn(port, "huw", "tasklist")
                .read("/task/" + last.getId() + "/form-variables?deserializeValues=false")
                .toString();
        assertThat(seen).doesNotContain("Lead of");
        assertThat(tables.sql("select count(*) from ACT_HI_VARINST where TEXT_ like '%Lead of%'")
                        .query(Long.class)
                        .single())
                .isZero();
        engine.run();
    }
}
