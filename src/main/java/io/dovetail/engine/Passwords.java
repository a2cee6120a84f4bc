package io.dovetail.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * How passwords are kept, and which are refused. They are hashed slowly, so that a stolen table is of little use; those kept
 * under the engine's quick hash are still known. What everybody tries first is refused, however it is decorated.
 */
@Component
public class Passwords extends AbstractProcessEnginePlugin {

    /** Under which settings the engine looks for the first administrator, and for their password. */
    public static final String FIRST_ADMINISTRATOR = "camunda.bpm.admin-user";

    private final int strength;

    /** @param strength the power of two of rounds, 4 to 31; each more doubles the time */
    Passwords(@Value("${dovetail.passwords.strength:10}") int strength) {
        this.strength = strength;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setPasswordEncryptor(new SlowHash(strength));
        engine.setPasswordPolicy(new Policy());
        // The engine would lock a person for good, whoever had typed the wrong passwords: see WrongPasswords.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
    }

    /** What the engine has salted, made short enough for bcrypt, which reads 72 bytes at most. */
    static final class SlowHash implements PasswordEncryptor {

        private final BCryptPasswordEncoder bcrypt;

        SlowHash(int strength) {
            bcrypt = new BCryptPasswordEncoder(strength);
        }

        @Override
        public String encrypt(String password) {
            return bcrypt.encode(shortened(password));
        }

        @Override
        public boolean check(String password, String kept) {
            return bcrypt.matches(shortened(password), kept);
        }

        @Override
        public String hashAlgorithmName() {
            return "sha256-bcrypt";
        }

        private static String shortened(String password) {
            try {
                return Base64.getEncoder()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Policy extends DefaultPasswordPolicyImpl {

        Policy() {
            rules.add(new NotKnown());
        }
    }

    /** Refuses a well-known word with digits and signs around it, or put in the place of its letters. */
    static final class NotKnown implements PasswordPolicyRule {

        private static final Set<String> WORDS = Set.copyOf(List.of(
                "password",
                "passw",
                "passwort",
                "passphrase",
                "welcome",
                "welcometo",
                "letmein",
                "changeme",
                "changeit",
                "secret",
                "topsecret",
                "admin",
                "administrator",
                "root",
                "user",
                "guest",
                "test",
                "testing",
                "login",
                "default",
                "temp",
                "temporary",
                "qwerty",
                "qwertyuiop",
                "qwert",
                "asdfgh",
                "asdfghjkl",
                "zxcvbnm",
                "qazwsx",
                "abc",
                "abcd",
                "abcdef",
                "abcdefg",
                "abcdefgh",
                "abcdefghij",
                "iloveyou",
                "sunshine",
                "princess",
                "monkey",
                "dragon",
                "football",
                "liverpool",
                "arsenal",
                "chelsea",
                "manchester",
                "london",
                "england",
                "britain",
                "spring",
                "summer",
                "autumn",
                "winter",
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                "superman",
                "batman",
                "starwars",
                "master",
                "shadow",
                "trustno",
                "hello",
                "helloworld",
                "whatever",
                "computer",
                "internet",
                "michael",
                "charlie",
                "jordan",
                "nhs",
                "nhsengland",
                "hospital",
                "council",
                "police",
                "ambulance",
                "camunda",
                "dovetail",
                "cockpit",
                "tasklist",
                "convenor",
                "manager"));

        @Override
        public String getPlaceholder() {
            return "PASSWORD_POLICY_DOVETAIL_KNOWN";
        }

        @Override
        public Map<String, String> getParameters() {
            return Map.of();
        }

        @Override
        public boolean execute(String password) {
            String small = password.toLowerCase(Locale.ROOT);
            String withoutSigns = small.replaceAll("^[\\W_]+|[\\W_]+$", "");
            String withoutDigits = small.replaceAll("^[0-9\\W_]+|[0-9\\W_]+$", "");
            return !isKnown(small.replaceAll("[^a-z]", ""))
                    && !isKnown(letters(withoutSigns))
                    && !isKnown(letters(withoutDigits));
        }

        /** Known too: the word several times over. */
        private static boolean isKnown(String letters) {
            return letters.isEmpty()
                    || WORDS.stream().anyMatch(word -> letters.replace(word, "").isEmpty());
        }

        /** With the letters that digits and signs replace. */
        private static String letters(String small) {
            return small.replace('0', 'o')
                    .replace('1', 'i')
                    .replace('3', 'e')
                    .replace('4', 'a')
                    .replace('5', 's')
                    .replace('7', 't')
                    .replace('@', 'a')
                    .replace('$', 's')
                    .replace('!', 'i')
                    .replaceAll("[^a-z]", "");
        }
    }
}
