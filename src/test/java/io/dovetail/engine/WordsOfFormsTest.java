package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.form.SentWords;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What somebody reads once they have sent a form is written in the form itself. */
class WordsOfFormsTest {

    @Test
    void whoeverHasSentAFormReadsWhatItSays() throws IOException {
        SentWords words = new FormTwins();

        assertThat(words.after("reflect"))
                .isEqualTo("Your reflection is sent. It is shown when everybody has answered.");
        assertThat(words.after("startMatter")).startsWith("One more step:");
        assertThat(words.after("unknown")).isEqualTo("Sent. Thank you.");
    }
}
