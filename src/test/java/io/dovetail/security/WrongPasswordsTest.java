package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WrongPasswordsTest {

    private final MovableClock clock = MovableClock.atLondon("2026-11-24T10:00");
    private final WrongPasswords wrongPasswords = new WrongPasswords(clock);

    @Test
    void aFewWrongOnesCostNothingAndEachFurtherOneTwiceTheWait() {
        for (int i = 1; i < WrongPasswords.FREE_TRIES; i++) {
            wrongPasswords.wrong("zoe", "10.0.0.1");
            assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isZero();
        }
        wrongPasswords.wrong("zoe", "10.0.0.1");
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
        wrongPasswords.wrong("zoe", "10.0.0.1");
        assertThat(wrongPasswords.waitOf("Zoe", "10.0.0.1")).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void nobodyIsHeldBackForGoodNorAtAnotherAddress() {
        for (int i = 0; i < WrongPasswords.FREE_TRIES_OF_AN_ADDRESS; i++) {
            wrongPasswords.wrong("zoe", "10.0.0.1");
        }
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isEqualTo(Duration.ofMinutes(15));
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.2")).isZero();

        clock.advance(Duration.ofMinutes(15));
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isZero();
    }

    @Test
    void aClockThatIsSetBackHoldsNobodyBack() {
        for (int i = 0; i < WrongPasswords.FREE_TRIES_OF_AN_ADDRESS; i++) {
            wrongPasswords.wrong("zoe", "10.0.0.1");
        }
        clock.set(clock.instant().minus(Duration.ofMinutes(1)));

        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isZero();
        wrongPasswords.wrong("zoe", "10.0.0.1");
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isZero();
    }

    @Test
    void whoTriesManyNamesAtOneAddressWaitsThereUnderEveryName() {
        for (int i = 0; i < WrongPasswords.FREE_TRIES_OF_AN_ADDRESS; i++) {
            wrongPasswords.wrong("person" + i, "10.0.0.1");
        }
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aRightPasswordAndAQuietQuarterOfAnHourClearTheCount() {
        for (int i = 1; i < WrongPasswords.FREE_TRIES; i++) {
            wrongPasswords.wrong("zoe", "10.0.0.1");
        }
        wrongPasswords.right("zoe", "10.0.0.1");
        wrongPasswords.wrong("zoe", "10.0.0.1");
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isZero();

        for (int i = 2; i < WrongPasswords.FREE_TRIES; i++) {
            wrongPasswords.wrong("zoe", "10.0.0.1");
        }
        clock.advance(Duration.ofMinutes(16));
        wrongPasswords.wrong("zoe", "10.0.0.1");
        assertThat(wrongPasswords.waitOf("zoe", "10.0.0.1")).isZero();
    }

    @Test
    void theWaitIsSaidInMinutes() {
        assertThat(WrongPasswords.sentence(Duration.ofSeconds(30))).endsWith("in a minute.");
        assertThat(WrongPasswords.sentence(Duration.ofSeconds(61))).endsWith("in 2 minutes.");
    }
}
