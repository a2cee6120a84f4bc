package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.journey.Browserless;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An NHS number is refused wherever somebody types text. */
class NhsNumbersTest extends BadInputAttempts {

    @Test
    void anNhsNumberIsRefusedInEveryTextOfAProposal() {
        Browserless zoe = Browserless.signedIn(port, "zoe", "tasklist");
        Map<String, Long> before = rows();
        for (String field : texts("proposeReview")) {
            Map<String, Object> form = Proposal.with("claim2", "They told us so.");
            form.putAll(Map.of(
                    "claim2Class", "fact", "claim2Source", "Minutes", "claim3", "And again.", "claim3Class", "fact"));
            form.put("claim3Source", "Minutes");
            form.put(field, "The person with 943 476 5919 waited for six hours in the night.");

            assertSentence(propose(zoe, Browserless.variables(form)), "this looks like an NHS number");
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void anNhsNumberIsRefusedInEveryTextOfAnAnswer() {
        Step step = step();
        for (String field : texts("answerProposal")) {
            assertRefused(
                    step,
                    step.member()
                            .submit(
                                    step.task().getId(),
                                    Proposal.with(
                                            Proposal.answer("Siân Morgan"),
                                            field,
                                            "The person with 943-476-5919 waited for six hours.")),
                    "this looks like an NHS number");
        }
    }

    @Test
    void anNhsNumberIsRefusedInEveryTextOfASharedStep() {
        String review = engine.propose(
                "amina",
                Proposal.with(
                        "bodies",
                        SpinValues.jsonValue("[\"mhtrust\",\"police\"]").create()));
        Step step = new Step(
                "ruth",
                review,
                engine.task("ruth", review, "completePartnership"),
                Browserless.signedIn(port, "ruth", "tasklist"));
        for (String field : texts("completePartnership")) {
            Map<String, Object> form = new HashMap<>(Map.of("goWithoutThem", true));
            form.put(field, "The person with 9434765919 waited for six hours.");

            assertRefused(step, step.member().submit(step.task().getId(), form), "this looks like an NHS number");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9434765919",
                "943 476 5919",
                "943-476-5919",
                "943.476.5919",
                "943  476  5919",
                "943\u00a0476\u00a05919",
                "943\u2013476\u20135919",
                "943\u2009476\u20095919",
                "94\u200b34765919",
                "NHS9434765919x",
                "\uff19\uff14\uff13\uff14\uff17\uff16\uff15\uff19\uff11\uff19"
            })
    void anNhsNumberIsSeenHoweverItIsWritten(String number) {
        Step step = step();

        assertRefused(
                step,
                step.member()
                        .submit(
                                step.task().getId(),
                                Proposal.with(Proposal.answer("Siân Morgan"), "help", "See " + number)),
                "this looks like an NHS number");
    }

    private static List<String> texts(String form) {
        List<String> texts = Arrays.stream(
                        Objects.requireNonNull(FreeTextsTest.forms().get(form)).getRecordComponents())
                .filter(FreeTextsTest::isFreeText)
                .map(RecordComponent::getName)
                .toList();
        assertThat(texts).isNotEmpty();
        return texts;
    }
}
