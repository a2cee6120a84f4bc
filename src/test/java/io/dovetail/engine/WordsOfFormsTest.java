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

        assertThat(words.after("reflect", false))
                .isEqualTo("Your reflection is sent. It is shown when everybody has answered.");
        assertThat(words.after("startMatter", false)).startsWith("Two more steps:");
        assertThat(words.after("unknown", false)).isEqualTo("Sent. Thank you.");
    }

    @Test
    void whoeverChoseToDoNothingReadsThatNothingWasSent() throws IOException {
        SentWords words = new FormTwins();

        assertThat(words.after("chooseMatter", true))
                .isEqualTo("This is closed. Nothing was sent, and nobody knows of it.");
        assertThat(words.after("chooseMatter", false)).startsWith("One more step:");
        assertThat(words.after("reflect", true)).as("where that is no choice").isEqualTo(words.after("reflect", false));
    }
}
