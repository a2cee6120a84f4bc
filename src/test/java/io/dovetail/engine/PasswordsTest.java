package io.dovetail.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords.SlowHash hash = new Passwords.SlowHash(4);
    private final Passwords.NotKnown rule = new Passwords.NotKnown();

    @Test
    void aPasswordIsKnownByItsHashAndEachHashDiffers() {
        String kept = hash.encrypt("Tests-only-7pass");

        assertThat(hash.check("Tests-only-7pass", kept)).isTrue();
        assertThat(hash.check("Tests-only-7past", kept)).isFalse();
        assertThat(hash.encrypt("Tests-only-7pass")).isNotEqualTo(kept);
    }

    /** bcrypt alone reads 72 bytes: two long passwords that differ later would be the same. */
    @Test
    void whatComesAfterTheSeventySecondByteCounts() {
        String kept = hash.encrypt("ä".repeat(100) + "1");

        assertThat(hash.check("ä".repeat(100) + "2", kept)).isFalse();
        assertThat(hash.check("ä".repeat(100) + "1", kept)).isTrue();
    }

    @Test
    void asManyRoundsAsWereAskedFor() {
        assertThat(new Passwords.SlowHash(6).encrypt("x")).contains("$06$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password123!",
                "P@ssw0rd2026!",
                "Welcome-2026",
                "1Passwordpassword!",
                "Dovetail#2026",
                "Summer.2026",
                "1234567890",
                "!!!!!!!!!!",
                "L1verpool!99",
                "Qwerty-12345",
                "Ch4ng3m3!!"
            })
    void whatEverybodyTriesFirstIsRefused(String known) {
        assertThat(rule.execute(known)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Tests-only-7pass", "Abcd2-efgh3-jkmn4", "correct horse battery staple", "Welcome-to-the-9-owls"
            })
    void othersAreNot(String own) {
        assertThat(rule.execute(own)).isTrue();
    }
}
