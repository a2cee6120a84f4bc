package io.dovetail.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.validation.ValidationConfigurationCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The one clock of the program, and the settings of this room. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CalendarSettings.class, ClockSettings.class})
public class ClockConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ClockConfiguration.class);

    /**
     * Real time in UTC; with {@code dovetail.clock.day} set, time with shorter days.
     *
     * <p>Once days have been shortened, the rows beside the clock's file bear dates ahead of real time. A later start
     * without the setting therefore goes on from there at real pace, until file and rows are deleted together.
     *
     * @throws InvalidConfigurationPropertyValueException if days are shortened in production; it stops the start
     */
    @Bean
    Clock clock(ClockSettings settings, Environment environment) {
        Clock real = Clock.systemUTC();
        Duration day = settings.day();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            if (day != null) {
                throw new InvalidConfigurationPropertyValueException(
                        "dovetail.clock.day",
                        day,
                        "Days can be shortened for trying out only: take dovetail.clock.day away, or start without"
                                + " the profile 'production'.");
            }
            return real;
        }
        ClockFile file = new ClockFile(settings.file());
        Instant notBefore = file.read();
        if (day == null && !notBefore.isAfter(real.instant())) {
            return real;
        }
        Duration length = day == null ? Duration.ofDays(1) : day;
        Clock clock = new ShortDayClock(real, length, notBefore, file::write);
        LOG.info(
                "This clock now shows {} and a day lasts {} s. To return to real time, delete {} together with the"
                        + " database beside it.",
                clock.instant(),
                length.toMillis() / 1000.0,
                settings.file());
        return clock;
    }

    /** Forms that ask for a day in the past or to come go by this clock, and by the day in London. */
    @Bean
    static ValidationConfigurationCustomizer todayInForms(ObjectProvider<Clock> clock) {
        return validation -> validation.clockProvider(() -> new InLondon(clock.getObject()));
    }

    /** The same time by the calendar of London. A validator keeps the clock it is given, so this one goes on. */
    private static final class InLondon extends Clock {

        private final Clock clock;

        InLondon(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return WorkingDays.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("This clock shows London’s time.");
        }
    }
}
