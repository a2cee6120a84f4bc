package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.mock.env.MockEnvironment;

/** Whatever is only for trying out stops the start for real use, with a sentence that says what to set. */
class ProductionChecksTest {

    private static final Map<String, String> FIT = Map.of(
            "spring.datasource.url", "jdbc:postgresql://db.example.org/dovetail",
            "dovetail.directory", "file:/etc/dovetail/partnership.yaml",
            "dovetail.mail.base-url", "https://dovetail.example.org",
            "camunda.bpm.admin-user.id", "sam",
            "camunda.bpm.admin-user.password", "Nine-owls-at-8");

    @Test
    void whatIsFitStarts() {
        assertThatCode(() -> start(FIT)).doesNotThrowAnyException();
    }

    @Test
    void withoutANamedAdministratorItDoesNotStart() {
        assertThat(refusal("camunda.bpm.admin-user.id", ""))
                .contains("Without an administrator nobody can let people in");
        assertThat(refusal("camunda.bpm.admin-user.id", "not an id")).contains("camunda.bpm.admin-user.id");
    }

    @Test
    void theFirstAdministratorsPasswordIsTheirOwn() {
        assertThat(refusal("camunda.bpm.admin-user.password", "")).contains("needs a password of their own");
        assertThat(refusal("camunda.bpm.admin-user.password", "sam")).contains("needs a password of their own");
    }

    @Test
    void noneOfWhatIsForTryingOutIsTaken() {
        assertThat(refusal("dovetail.directory", "classpath:directory/sample-partnership.yaml"))
                .contains("your own partnership");
        assertThat(refusal("dovetail.mail.base-url", "http://localhost:8080")).contains("https");
    }

    @Test
    void whereItIsSaidWhoPeopleAreIsReachedSafely() {
        assertThat(refusal("dovetail.sign-on.issuer", "http://login.example.org"))
                .contains("https address");
        Map<String, String> settings = new HashMap<>(FIT);
        settings.put("dovetail.sign-on.issuer", "https://login.example.org");
        assertThatCode(() -> start(settings)).doesNotThrowAnyException();
    }

    @Test
    void theNumbersAreNotOpenToEverybody() {
        assertThat(refusal("management.server.port", "9090")).contains("set management.server.address");
        Map<String, String> settings = new HashMap<>(FIT);
        settings.put("management.server.port", "9090");
        settings.put("management.server.address", "127.0.0.1");
        assertThatCode(() -> start(settings)).doesNotThrowAnyException();
    }

    @Test
    void noSecretIsQuoted() {
        assertThat(refusal("DOVETAIL_DEMO_PASSWORD", "Hidden-owl-7")).contains("take DOVETAIL_DEMO_PASSWORD away");
        assertThat(refusal("spring.datasource.url", "postgresql://dovetail:Hidden-owl-7@db/dovetail"))
                .contains("DOVETAIL_DATABASE_URL");
        for (String address : List.of(
                "jdbc:postgresql://dovetail:Hidden-owl-7@db/dovetail",
                "jdbc:postgresql://db/dovetail?user=dovetail&password=Hidden-owl-7")) {
            assertThat(refusal("spring.datasource.url", address)).contains("DOVETAIL_DATABASE_PASSWORD");
        }
    }

    private static String refusal(String setting, String value) {
        Map<String, String> settings = new HashMap<>(FIT);
        settings.put(setting, value);
        InvalidConfigurationPropertyValueException refused =
                catchThrowableOfType(InvalidConfigurationPropertyValueException.class, () -> start(settings));
        assertThat(refused).as(setting + " was taken").isNotNull();
        assertThat(String.valueOf(refused.getValue())).doesNotContain("Hidden-owl");
        assertThat(refused.getMessage()).doesNotContain("Hidden-owl");
        return refused.getReason();
    }

    private static void start(Map<String, String> settings) {
        ProductionChecks checks = new ProductionChecks();
        MockEnvironment environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        checks.setEnvironment(environment);
        checks.postProcessBeanFactory(new DefaultListableBeanFactory());
    }
}
