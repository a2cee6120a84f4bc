package io.dovetail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.server.ResponseStatusException;

/** Whoever finds a fault learns where to report it, where somebody is named for that. */
class FaultContactTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:30:00.250Z"), ZoneOffset.UTC);

    @Test
    void strangersLearnWhereToReportAndHowLongThatIsGood() {
        assertThat(page("mailto:security@partnership.example").securityText().getBody())
                .isEqualTo("Contact: mailto:security@partnership.example\n"
                        + "Expires: 2027-05-25T09:30:00Z\nPreferred-Languages: en\n");
    }

    @Test
    void nothingIsThereWhereNobodyIsNamed() {
        assertThatThrownBy(() -> page(null).securityText())
                .isInstanceOfSatisfying(
                        ResponseStatusException.class,
                        fault -> assertThat(fault.getStatusCode().value()).isEqualTo(404));
    }

    @ParameterizedTest
    @ValueSource(strings = {"security@partnership.example", "http://partnership.example", "mailto:a@b\nExpires: never"})
    void aContactThatNobodyCouldFollowIsRefused(String contact) {
        Validator rules = Validation.buildDefaultValidatorFactory().getValidator();

        assertThat(rules.validate(new FaultSettings(contact))).hasSize(1);
        assertThat(rules.validate(new FaultSettings("https://partnership.example/report")))
                .isEmpty();
    }

    private static FaultContact page(@Nullable String contact) {
        return new FaultContact(new FaultSettings(contact), CLOCK);
    }
}
