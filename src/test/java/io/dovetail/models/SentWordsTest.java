package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever sends a form is told what was sent and what comes of it: each form has its words, short ones. */
class SentWordsTest {

    private static final int WORDS_OF_A_SENTENCE = 25;

    @Test
    void everyFormSaysWhatWasSentAndWhatComesNext() {
        Map<String, String> words = words();

        assertThat(words).hasSizeGreaterThan(40).doesNotContainValue("");
        words.forEach((form, said) -> {
            assertThat(said).as(form).endsWith(".");
            for (String sentence : said.split("(?<=[.:]) ")) {
                assertThat(sentence.split(" ")).as(form).hasSizeLessThanOrEqualTo(WORDS_OF_A_SENTENCE);
            }
        });
    }

    /** Whoever closes a review is not told that it goes on. */
    @Test
    void whereAChoiceCanEndItNothingPromisesThatItGoesOn() {
        Map<String, String> words = words();

        List<String> ending = Models.ofProject().forms().stream()
                .filter(form -> form.content().toString().contains("closePublicly"))
                .map(Models.FormFile::id)
                .toList();

        assertThat(ending).contains("chooseWay", "settleProposal");
        assertThat(ending).allSatisfy(form -> assertThat(words.get(form)).doesNotContain("goes on"));
    }

    /** Whoever chose to do nothing after all is not told that more is asked, or that something was sent. */
    @Test
    void whereNothingCanBeChosenThatHasWordsOfItsOwn() {
        Map<String, String> words = Models.ofProject().formFiles().stream()
                .filter(form -> form.content().toString().contains("= \\\"nothing\\\""))
                .collect(Collectors.toMap(
                        Models.FormFile::id,
                        form -> form.content().findPath("sentNothing").asText()));

        assertThat(words).containsOnlyKeys("chooseMatter", "handOverReview");
        assertThat(words.values()).allSatisfy(said -> assertThat(said).startsWith("This is closed."));
    }

    private static Map<String, String> words() {
        return Models.ofProject().formFiles().stream()
                .collect(Collectors.toMap(
                        Models.FormFile::id,
                        form -> form.content().findPath("sent").asText()));
    }
}
