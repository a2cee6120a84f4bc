package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.MovableClock;
import io.dovetail.keeping.KeepSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The security log has a file for each day, and forgets the days that are older than is set. */
class SecurityFileTest {

    private final MovableClock clock = MovableClock.atLondon("2026-11-24T10:00");

    @TempDir
    Path folder;

    @Test
    void aNewDayForgetsThoseThatWereKeptForLongEnough() throws IOException {
        SecurityFile file = file(folder.resolve("log").toString());
        file.add("event=sign-in outcome=good person=zoe from=1.2.3.4");
        clock.set(MovableClock.london("2027-11-24T23:59"));
        file.add("event=sign-out outcome=good person=zoe from=1.2.3.4");
        assertThat(days()).containsExactly("2026-11-24.log", "2027-11-24.log");

        clock.set(MovableClock.london("2027-11-25T00:00"));
        file.add("event=sign-out outcome=good person=zoella from=1.2.3.4");

        assertThat(days()).containsExactly("2027-11-24.log", "2027-11-25.log");
        assertThat(file.about("zoe"))
                .containsExactly("2027-11-24T23:59:00Z event=sign-out outcome=good person=zoe from=1.2.3.4");
    }

    @Test
    void theNightForgetsThemToo() throws IOException {
        SecurityFile file = file(folder.resolve("log").toString());
        file.add("event=sign-in outcome=good person=zoe from=1.2.3.4");

        assertThat(file.forget(MovableClock.london("2026-11-24T12:00"))).isZero();
        assertThat(file.forget(MovableClock.london("2026-11-25T00:00"))).isEqualTo(1);
        assertThat(days()).isEmpty();
    }

    @Test
    void whereItCannotBeWrittenNobodyIsKeptOut() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "a file");

        file(taken.toString()).add("event=sign-in outcome=good person=zoe from=1.2.3.4");

        assertThat(taken).hasContent("a file");
    }

    @Test
    void withoutAFolderThereIsNone() {
        SecurityFile file = file("");
        file.add("event=sign-in outcome=good person=zoe from=1.2.3.4");

        assertThat(file.about("zoe")).isEmpty();
    }

    private SecurityFile file(String at) {
        Period year = Period.ofYears(1);
        return new SecurityFile(
                new SecurityFileSettings(at), new KeepSettings(year, year, year, year, year, year), clock);
    }

    private List<String> days() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("log"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
