package io.dovetail.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is typed into a text and a day is what can be read, and lies within what was asked. */
class FreeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\u200B", "\u00A0", "\u2060\uFEFF", "\u3164", "\u2800", " \u00AD ", "\u0301", "\u200E\u202C"})
    void aTextOfInvisibleCharactersAloneIsNone(String text) {
        assertThat(FormRules.faults(Typed.class, "title", text)).containsExactly("please fill this in");
        assertThat(FormRules.faults(Typed.class, "story", text))
                .containsExactly("please write something that can be read, or leave this empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001Bb", "a\u0085b", "a\uD800b", "a\uE000b"})
    void controlCharactersAreRefused(String text) {
        assertThat(FormRules.faults(Typed.class, "story", text))
                .containsExactly(
                        "this holds a character that nobody can see or print; please type it again rather than paste it");
    }

    @Test
    void aLineIsOneLineAndReadsAsItIsWritten() {
        assertThat(FormRules.faults(Typed.class, "title", "Crisis care\nat night"))
                .containsExactly("please keep this to one line");
        assertThat(FormRules.faults(Typed.class, "title", "Crisis care\u2028at night"))
                .containsExactly("please keep this to one line");
        assertThat(FormRules.faults(Typed.class, "title", "Crisis \u202Eerac at night"))
                .containsExactly(
                        "this holds a sign that turns the direction of reading; please type it again rather than paste it");
        assertThat(FormRules.faults(Typed.class, "story", "One\nTwo\tthree\r\nfour"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zoë Hartley",
                "Siân o’r Gogledd",
                "한국어",
                "👩🏽‍⚕️ on call",
                "naïve cafe\u0301",
                "עברית",
                "A&E – 24/7"
            })
    void textsOfAnyLanguageAreTaken(String text) {
        assertThat(FormRules.faults(Typed.class, "title", text)).isEmpty();
    }

    @Test
    void aDayHasTwoBoundsAndSaysWhichItPasses() {
        assertThat(FormRules.faults(Typed.class, "day", LocalDate.of(26, 6, 5)))
                .containsExactly("please check the year, this day can be 24 November 2024 at the earliest");
        assertThat(FormRules.faults(Typed.class, "day", LocalDate.of(2032, 6, 5)))
                .containsExactly("please check the year, this day can be 24 November 2029 at the latest");
        assertThat(FormRules.faults(Typed.class, "day", LocalDate.MIN)).hasSize(1);
        assertThat(FormRules.faults(Typed.class, "day", LocalDate.MAX)).hasSize(1);
        for (LocalDate fits : List.of(LocalDate.of(2024, 11, 24), LocalDate.of(2029, 11, 24))) {
            assertThat(FormRules.faults(Typed.class, "day", fits)).isEmpty();
        }
    }

    record Typed(
            @FreeText(max = 100, required = true, oneLine = true)
            String title,

            @FreeText(max = 100) String story,
            @DayWithin(yearsBack = 2, yearsAhead = 3) LocalDate day) {}
}
