package io.dovetail.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class KnownTest {

    record Form(
            @KnownBody @Nullable String body,
            @KnownBody @Nullable List<String> bodies,
            @Nullable List<@KnownBody String> each,
            @KnownArea @Nullable String area) {}

    private final Validator validator = DirectoryValidation.of(SampleDirectory.load());

    @Test
    void idsOfTheDirectoryPassAndSoDoesNothing() {
        assertThat(faults(new Form("mhtrust", List.of("police", "northccg"), List.of("icb"), "northmerrow")))
                .isEmpty();
        assertThat(faults(new Form(null, null, null, null))).isEmpty();
        assertThat(faults(new Form("", List.of(), List.of(), ""))).isEmpty();
    }

    @Test
    void otherIdsAreRefusedOnceInAPlainSentenceThatDoesNotRepeatThem() {
        assertThat(faults(new Form("atlantis", null, null, null)))
                .containsExactly("Choose an organisation from the list.");
        assertThat(faults(new Form(null, List.of("police", "atlantis"), null, null)))
                .containsExactly("Choose an organisation from the list.");
        assertThat(faults(new Form(null, null, List.of("police", "atlantis"), null)))
                .containsExactly("Choose an organisation from the list.");
        assertThat(faults(new Form(null, null, null, "mhtrust"))).containsExactly("Choose an area from the list.");
    }

    @Test
    void springHandsTheDirectoryIn() {
        new ApplicationContextRunner()
                .withUserConfiguration(DirectoryConfiguration.class)
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .run(context -> assertThat(context.getBean(Validator.class)
                                .validate(new Form("atlantis", null, null, "northmerrow")))
                        .hasSize(1));
    }

    private List<String> faults(Form form) {
        return validator.validate(form).stream()
                .map(ConstraintViolation::getMessage)
                .toList();
    }
}
