package io.dovetail.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One check of addresses, which no later layer is stricter than. */
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A&E@trust.example",
                "crisis.team@trust.example",
                "o'hara+night@crisis-line.example",
                "x@xn--nher-loa.example"
            })
    void whatMailServersTakeIsTaken(String address) {
        assertThat(EmailAddress.fits(address)).isTrue();
        assertThatCode(() -> new InternetAddress(address, true).validate()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crisis..team@trust.example",
                ".team@trust.example",
                "team.@trust.example",
                "team@trust",
                "team@näher.example",
                "téam@trust.example",
                "team@-trust.example",
                "Team <team@trust.example>",
                "team@trust.example\nBcc: x@y.example"
            })
    void whatALaterLayerWouldRefuseIsRefused(String address) {
        assertThat(EmailAddress.fits(address)).isFalse();
    }

    @Test
    void itIsAsLongAsItsColumn() {
        assertThat(EmailAddress.fits("a".repeat(65) + "@trust.example")).isFalse();
        assertThat(EmailAddress.fits("a@" + "b".repeat(64) + ".example")).isFalse();
        assertThat(EmailAddress.fits("a@" + ("b".repeat(60) + ".").repeat(5) + "example"))
                .isFalse();
    }
}
