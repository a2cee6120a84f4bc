package io.dovetail.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What people read in a form is what was meant, and no more. */
class ShownTest {

    @Test
    void aDayIsWrittenOut() {
        assertThat(Shown.day(LocalDate.of(2026, 9, 3))).isEqualTo("3 September 2026");
    }

    @Test
    void aMomentFallsOnItsDayInLondon() {
        assertThat(Shown.day(Instant.parse("2026-07-31T23:30:00Z"))).isEqualTo("1 August 2026");
    }

    @Test
    void aMomentIsWrittenToTheSecondAsTheClockInLondonShowsIt() {
        assertThat(Shown.moment(Instant.parse("2026-07-31T23:30:05Z"))).isEqualTo("1 August 2026, 00:30:05");
    }

    @Test
    void whatSomebodyTypedCannotBecomeALinkAHeadingOrMarkup() {
        assertThat(Shown.typed(" # Big\n\n    [here](http://x.example) <b> "))
                .isEqualTo("\\# Big\n\n\\[here\\]\\(http\\:\\/\\/x\\.example\\) \\<b\\>");
    }
}
