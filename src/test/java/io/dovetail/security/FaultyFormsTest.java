package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms filled in wrongly, or not at all. */
class FaultyFormsTest extends BadInputAttempts {

    static Stream<Arguments> faultyAnswers() {
        Map<String, Object> whole = Proposal.answer("Siân Morgan");
        return Stream.of(
                Arguments.of("required field missing", Proposal.without(whole, "lead"), "please fill this in"),
                Arguments.of("required field blank", Proposal.with(whole, "lead", "   "), "please fill this in"),
                Arguments.of("choice missing", Proposal.without(whole, "stance"), "please choose one"),
                Arguments.of(
                        "unknown option", Proposal.with(whole, "stance", "perhaps"), "not in a form that can be read"),
                Arguments.of(
                        "option by its number", Proposal.with(whole, "stance", 0), "not in a form that can be read"),
                Arguments.of(
                        "too short",
                        Proposal.with(Proposal.with(whole, "stance", "cannotJoin"), "why", "No."),
                        "at least 20 characters"),
                Arguments.of(
                        "too long", Proposal.with(whole, "commitment", "x".repeat(401)), "keep this to 400 characters"),
                Arguments.of("number as text", Proposal.with(whole, "lead", 7), "not in a form that can be read"),
                Arguments.of("tick as text", Proposal.with(whole, "lead", true), "not in a form that can be read"),
                Arguments.of(
                        "date as nonsense",
                        Proposal.with(whole, "referBackBy", "soon"),
                        "not in a form that can be read"),
                Arguments.of(
                        "day that is not",
                        Proposal.with(whole, "referBackBy", "2030-02-30"),
                        "not in a form that can be read"),
                Arguments.of(
                        "day that has passed", Proposal.with(whole, "referBackBy", "2020-01-01"), "choose a later one"),
                Arguments.of(
                        "nothing given that another answer asks for",
                        Proposal.with(whole, "mandate", "mustReferBack"),
                        "Please say by when"),
                Arguments.of(
                        "a link in place of a choice",
                        Proposal.with(whole, "mandate", "${execution}"),
                        "not in a form"),
                Arguments.of("nothing at all", Map.of(), "please"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyAnswers")
    void anAnswerIsRefused(String fault, Map<String, Object> form, String sentence) {
        Step step = step();

        assertRefused(step, step.member().submit(step.task().getId(), form), sentence);
    }

    static Stream<Arguments> faultyProposals() {
        return Stream.of(
                Arguments.of(
                        "required field missing", Proposal.without(Proposal.whole(), "title"), "please fill this in"),
                Arguments.of("too short", Proposal.with("need", "Soon."), "at least 40 characters"),
                Arguments.of("too long", Proposal.with("title", "x".repeat(121)), "keep this to 120 characters"),
                Arguments.of("number as text", Proposal.with("timesPutOff", "four"), "not in a form that can be read"),
                Arguments.of("half a number", Proposal.with("timesPutOff", 1.5), "not in a form that can be read"),
                Arguments.of("number below", Proposal.with("timesPutOff", -1), "0 or more"),
                Arguments.of(
                        "number above",
                        Proposal.with(Proposal.with("putOffSince", "2020-01-01"), "timesPutOff", 100),
                        "99 or less"),
                Arguments.of(
                        "date as nonsense",
                        Proposal.with("wantedMonth", "31/12/2030"),
                        "not in a form that can be read"),
                Arguments.of("date in the past", Proposal.with("wantedMonth", "2020-01-01"), "this day has passed"),
                Arguments.of(
                        "date to come",
                        Proposal.with(Proposal.with("putOffSince", "2099-01-01"), "timesPutOff", 1),
                        "not come yet"),
                Arguments.of("list as text", Proposal.with("bodies", "lantern"), "not in a form that can be read"),
                Arguments.of("unknown place", Proposal.with("area", "atlantis"), "”:"),
                Arguments.of("unknown kind", Proposal.with("claim1Class", "rumour"), "not in a form that can be read"),
                Arguments.of(
                        "half a claim", Proposal.with("claim2", "They said so."), "second claim needs three things"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faultyProposals")
    void aProposalIsRefused(String fault, Map<String, Object> form, String sentence) {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Long> before = rows();

        assertSentence(propose(zoe, Browserless.variables(form)), sentence);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"nobody\"]",
                "[{\"id\":\"lantern\"}]",
                "{\"a\":1}",
                "[1]",
                "not json",
                "[\"lantern\"",
                "[null]",
                "[\"mhtrust\",null]"
            })
    void aListThatIsNoneIsRefused(String list) {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Object> variables = Browserless.variables(Proposal.whole());
        variables.put("bodies", Map.of("value", list, "type", "Json"));
        Map<String, Long> before = rows();

        assertSentence(propose(zoe, variables), "");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aListInPlaceOfADayIsRefused() {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Object> variables = Browserless.variables(Proposal.whole());
        variables.put("wantedMonth", Map.of("value", "[2030,2,1]", "type", "Json"));
        Map<String, Long> before = rows();

        assertSentence(propose(zoe, variables), "not in a form that can be read");
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aHugeFormIsTurnedAwayUnread() {
        Step step = step();

        assertRefused(
                step,
                step.member()
                        .submit(
                                step.task().getId(),
                                Proposal.with(Proposal.answer("S"), "help", "x".repeat(3_000_000))),
                "This is too much for one form");
        assertThat(step.member()
                        .get("/camunda/api/engine/engine/default/task/count")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"variables\":[]}",
                "{\"variables\":{\"lead\":7}}",
                "{\"variables\":{},\"withVariablesInReturn\":\"x\"}",
                "{\"variables\":{},\"businessKey\":[\"x\"]}",
                "{\"unknown\":1}"
            })
    void whatIsNoFormAtAllIsRefused(String content) {
        Step step = step();

        assertRefused(
                step,
                step.member()
                        .post(
                                "/camunda/api/engine/engine/default/task/"
                                        + step.task().getId() + "/submit-form",
                                "application/json",
                                content,
                                true),
                "");
    }

    @Test
    void aDateLeftEmptyIsNoDate() {
        Step step = step();
        Map<String, Object> variables = Browserless.variables(Proposal.answer("Siân Morgan"));
        // As Tasklist sends a date that was not filled in: no value, and no type either.
        variables.put("referBackBy", Collections.singletonMap("value", null));

        assertThat(step.submit(variables).statusCode()).isEqualTo(204);
    }

    @Test
    void whoseSessionHasEndedIsToldSoInOneSentence() {
        Step step = step();
        String address =
                "/camunda/api/engine/engine/default/task/" + step.task().getId() + "/submit-form";
        Browserless afterALongPause = new Browserless(port);
        afterALongPause.get("/camunda/app/tasklist/default/");

        HttpResponse<String> answer = afterALongPause.post(address, "application/json", "{\"variables\":{}}", true);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(afterALongPause.tree(answer.body()).path("message").asText())
                .isEqualTo("Please sign in again; what you typed stays in this form meanwhile.");
        assertThat(answer.body()).doesNotContain(step.task().getId(), "timestamp");
    }
}
