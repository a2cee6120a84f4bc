package io.dovetail.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortDayClockTest {

    private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

    private final MovableClock real = new MovableClock(START);
    private final List<Instant> remembered = new ArrayList<>();

    @Test
    void aDayPassesInTenSeconds() {
        ShortDayClock clock = clock(Duration.ofSeconds(10), Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(START);
        real.advance(Duration.ofSeconds(10));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
        real.advance(Duration.ofSeconds(35));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(108)));
    }

    @Test
    void keepsItsPaceForDaysThatDoNotDivideEvenlyAndForYears() {
        ShortDayClock clock = clock(Duration.ofHours(20), Instant.EPOCH);
        real.advance(Duration.ofHours(20 * 365));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(365)));

        real.set(START);
        ShortDayClock fast = clock(Duration.ofSeconds(1), Instant.EPOCH);
        real.advance(Duration.ofDays(30));
        assertThat(fast.instant()).isEqualTo(START.plus(Duration.ofDays(30L * 86_400)));
    }

    @Test
    void startsWhereAnEarlierRunMayHaveGotTo() {
        Instant earlier = START.plus(Duration.ofDays(90));
        assertThat(clock(Duration.ofSeconds(10), earlier).instant()).isEqualTo(earlier);
        assertThat(clock(Duration.ofSeconds(10), START.minusSeconds(1)).instant())
                .isEqualTo(START);
    }

    @Test
    void neverRunsBackwardsWhateverTheMachinesTimeDoesAndWheneverItIsKilled() {
        Random random = new Random(7);
        Instant shown = Instant.EPOCH;
        for (int run = 0; run < 40; run++) {
            Instant notBefore = remembered.isEmpty() ? Instant.EPOCH : remembered.get(remembered.size() - 1);
            ShortDayClock clock = clock(Duration.ofSeconds(10), notBefore);
            for (int look = 0; look < 50; look++) {
                Instant now = clock.instant();
                assertThat(now).isAfterOrEqualTo(shown);
                assertThat(remembered.get(remembered.size() - 1)).isAfter(now);
                shown = now;
                real.advance(Duration.ofMillis(random.nextInt(700) - 100L));
            }
            real.advance(Duration.ofSeconds(random.nextInt(20) - 10L));
        }
    }

    @Test
    void remembersAtMostOnceARealSecond() {
        ShortDayClock clock = clock(Duration.ofSeconds(10), Instant.EPOCH);
        for (int look = 0; look < 1000; look++) {
            clock.instant();
            real.advance(Duration.ofMillis(10));
        }
        assertThat(remembered).hasSize(10);
    }

    @Test
    void theFileKeepsTheMomentAndForgivesRubbish(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("data/clock");
        ClockFile file = new ClockFile(path);
        assertThat(file.read()).isEqualTo(Instant.EPOCH);

        file.write(START);
        file.write(START.plusSeconds(5));
        assertThat(new ClockFile(path).read()).isEqualTo(START.plusSeconds(5));
        assertThat(folder.resolve("data")).isDirectoryContaining(found -> found.equals(path));

        Files.writeString(path, "tomorrow");
        assertThat(file.read()).isEqualTo(Instant.EPOCH);
    }

    private ShortDayClock clock(Duration day, Instant notBefore) {
        return new ShortDayClock(real, day, notBefore, remembered::add);
    }
}
