package io.dovetail.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why it does not start, in one sentence. */
class DatabaseFailureAnalyzerTest {

    @ParameterizedTest
    @CsvSource({
        "08001, The database cannot be reached",
        "57P03, The database cannot be reached",
        "28P01, does not accept the name or the password",
        "3D000, no database of this name",
        "53100, has no room left"
    })
    void eachIsSaidWithoutWhatTheDriverSays(String state, String sentence) {
        SQLException fault = new SQLException("jdbc:postgresql://dovetail:Hidden-owl-7@db/dovetail", state);

        assertThat(analysed(new IllegalStateException("Bean made of beans", fault)))
                .contains(sentence)
                .doesNotContain("owl", "Bean");
    }

    @Test
    void aSecondOneOnTheSameFileIsToldSo() {
        assertThat(analysed(new SQLException("Database may be already in use", "90020", 90020)))
                .contains("Another Dovetail is running on the same data");
    }

    @Test
    void aFullDiskIsSaid() {
        assertThat(analysed(new IllegalStateException(new IOException("data/clock: No space left on device"))))
                .contains("The disk is full");
    }

    @Test
    void whatIsNotTheDatabasesFaultIsLeftToOthers() {
        assertThat(new DatabaseFailureAnalyzer().analyze(new IllegalStateException("else")))
                .isNull();
        assertThat(new DatabaseFailureAnalyzer().analyze(new SQLException("syntax", "42601")))
                .isNull();
    }

    private static String analysed(Throwable failure) {
        return requireNonNull(new DatabaseFailureAnalyzer().analyze(failure)).getDescription();
    }
}
