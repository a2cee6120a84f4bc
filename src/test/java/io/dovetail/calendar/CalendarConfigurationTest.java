package io.dovetail.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validator;
import jakarta.validation.constraints.PastOrPresent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.env.MockEnvironment;

class CalendarConfigurationTest {

    @Test
    void withoutAnySettingDaysCloseAtFiveAndTimeIsReal(@TempDir Path folder) {
        assertThat(bind(CalendarSettings.class, "dovetail.calendar", Map.of())).isEqualTo(CalendarSettings.standard());
        ClockSettings settings = bind(ClockSettings.class, "dovetail.clock", Map.of());
        assertThat(settings).isEqualTo(new ClockSettings(null, Path.of("data/clock")));
        assertThat(new ClockConfiguration().clock(settings, new MockEnvironment()))
                .isEqualTo(Clock.systemUTC());
    }

    @Test
    void aDayInAFormIsPastOrToComeByThisClockAndInLondon() {
        new ApplicationContextRunner()
                .withUserConfiguration(Forms.class)
                .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                .run(context -> {
                    Validator validator = context.getBean(Validator.class);
                    assertThat(validator.validate(new Form(LocalDate.parse("2031-07-02"))))
                            .isEmpty();
                    assertThat(validator.validate(new Form(LocalDate.parse("2031-07-03"))))
                            .hasSize(1);
                    context.getBean(MovableClock.class).advance(Duration.ofDays(1));
                    assertThat(validator.validate(new Form(LocalDate.parse("2031-07-03"))))
                            .isEmpty();
                });
    }

    record Form(@PastOrPresent LocalDate day) {}

    @Configuration(proxyBeanMethods = false)
    static class Forms {

        /** In London it is half past midnight of the next day. */
        @Bean
        MovableClock clock() {
            return new MovableClock(Instant.parse("2031-07-01T23:30:00Z"));
        }

        @Bean
        static ValidationConfigurationCustomizer todayInForms(ObjectProvider<Clock> clock) {
            return ClockConfiguration.todayInForms(clock);
        }
    }

    @Test
    void closuresAreDaysOrStretches() {
        CalendarSettings settings = bind(
                CalendarSettings.class,
                "dovetail.calendar",
                Map.of(
                        "dovetail.calendar.close-of-day", "16:30",
                        "dovetail.calendar.closures[0].on", "2026-12-24",
                        "dovetail.calendar.closures[0].why", "Christmas Eve",
                        "dovetail.calendar.closures[1].from", "2026-12-29",
                        "dovetail.calendar.closures[1].to", "2026-12-31",
                        "dovetail.calendar.closures[1].why", "County Hall closed"));

        assertThat(settings.closeOfDay()).isEqualTo(LocalTime.of(16, 30));
        assertThat(settings.closures().get(0).covers(LocalDate.parse("2026-12-24")))
                .isTrue();
        assertThat(settings.closures().get(1).covers(LocalDate.parse("2026-12-31")))
                .isTrue();
        assertThat(settings.closures().get(1).covers(LocalDate.parse("2027-01-01")))
                .isFalse();
    }

    @Test
    void aClosureThatDoesNotSayWhenOrWhyStopsTheStartInOneSentence() {
        assertRefused(
                Map.of("dovetail.calendar.closures[0].on", "2026-12-24"),
                "A closure in dovetail.calendar.closures (2026-12-24) does not say why."
                        + " Add 'why' with the reason, such as 'County Hall closed'.");
        assertRefused(
                Map.of(
                        "dovetail.calendar.closures[0].from", "2026-12-24",
                        "dovetail.calendar.closures[0].why", "Snow"),
                "The closure 'Snow' in dovetail.calendar.closures needs either 'on' (one day) or both 'from' and 'to'.");
        assertRefused(
                Map.of(
                        "dovetail.calendar.closures[0].from", "2026-12-24",
                        "dovetail.calendar.closures[0].to", "2026-12-23",
                        "dovetail.calendar.closures[0].why", "Snow"),
                "The closure 'Snow' in dovetail.calendar.closures ends (2026-12-23) before it begins (2026-12-24).");
    }

    @Test
    void aDayLastsFromOneSecondTo24Hours() {
        assertThat(bind(ClockSettings.class, "dovetail.clock", Map.of("dovetail.clock.day", "10s"))
                        .day())
                .isEqualTo(Duration.ofSeconds(10));
        for (String wrong : new String[] {"0s", "999ms", "25h", "-10s"}) {
            assertThatThrownBy(() -> bind(ClockSettings.class, "dovetail.clock", Map.of("dovetail.clock.day", wrong)))
                    .rootCause()
                    .hasMessage("dovetail.clock.day must lie between 1s (a day passes in a second)"
                            + " and 24h (real time).");
        }
    }

    @Test
    void daysAreShortenedForTryingOutButNotInProduction(@TempDir Path folder) {
        ClockSettings settings = new ClockSettings(Duration.ofSeconds(10), folder.resolve("clock"));
        MockEnvironment environment = new MockEnvironment();
        assertThat(new ClockConfiguration().clock(settings, environment)).isInstanceOf(ShortDayClock.class);
        assertThat(folder.resolve("clock")).exists();

        environment.setActiveProfiles("production");
        assertThatThrownBy(() -> new ClockConfiguration().clock(settings, environment))
                .hasMessageContaining("Days can be shortened for trying out only: take dovetail.clock.day away,"
                        + " or start without the profile 'production'.");
    }

    @Test
    void afterATrialTheClockGoesOnAtRealPaceInsteadOfBackwards(@TempDir Path folder) {
        ClockSettings realDays = new ClockSettings(null, folder.resolve("clock"));
        Instant reached = Clock.systemUTC().instant().plus(Duration.ofDays(30));
        new ClockFile(folder.resolve("clock")).write(reached);

        Clock clock = new ClockConfiguration().clock(realDays, new MockEnvironment());

        assertThat(clock.instant()).isBetween(reached, reached.plus(Duration.ofMinutes(1)));
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void theConsoleShowsWhatToCorrectAndNoStackTrace(CapturedOutput console) {
        assertThatThrownBy(() -> new SpringApplicationBuilder(ClockConfiguration.class)
                .web(WebApplicationType.NONE)
                .profiles("production")
                .run("--dovetail.clock.day=10s"));
        assertThatThrownBy(() -> new SpringApplicationBuilder(ClockConfiguration.class, WorkingDays.class)
                .web(WebApplicationType.NONE)
                .run("--dovetail.calendar.closures[0].on=2026-12-24"));

        assertThat(console.getOut() + console.getErr())
                .contains("take dovetail.clock.day away, or start without the profile 'production'.")
                .contains("A closure in dovetail.calendar.closures (2026-12-24) does not say why.")
                .doesNotContain("\tat ");
    }

    private static void assertRefused(Map<String, String> properties, String sentence) {
        assertThatThrownBy(() -> bind(CalendarSettings.class, "dovetail.calendar", properties))
                .rootCause()
                .hasMessage(sentence);
    }

    private static <T> T bind(Class<T> type, String prefix, Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate(prefix, type);
    }
}
