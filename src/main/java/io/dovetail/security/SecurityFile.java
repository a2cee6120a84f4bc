package io.dovetail.security;

import io.dovetail.calendar.WorkingDays;
import io.dovetail.keeping.Forgetful;
import io.dovetail.keeping.KeepSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The security log as files, one a day in London, each line with its moment. Whichever node begins a day's file forgets the days that
 * were kept for long enough, so that every node clears up its own. A folder that cannot be written stops nobody from signing in.
 */
@Component
class SecurityFile implements Forgetful {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityFile.class);
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.log");

    private final Path folder;
    private final KeepSettings keep;
    private final Clock clock;
    private boolean complained;

    SecurityFile(SecurityFileSettings settings, KeepSettings keep, Clock clock) {
        this.folder = Path.of(settings.folder());
        this.keep = keep;
        this.clock = clock;
    }

    synchronized void add(String line) {
        if (folder.toString().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Path today = folder.resolve(LocalDate.ofInstant(now, WorkingDays.ZONE) + ".log");
        try {
            boolean begins = !Files.exists(today);
            Files.createDirectories(folder);
            Files.writeString(
                    today,
                    now.truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            if (begins) {
                forget(now.atZone(WorkingDays.ZONE).minus(kept(keep)).toInstant());
            }
            complained = false;
        } catch (IOException | UncheckedIOException fault) {
            if (!complained) {
                complained = true;
                LOG.warn(
                        "The security log cannot be written to {}, and is on the standard output alone meanwhile.",
                        folder);
            }
        }
    }

    /** Each line of the days that are kept, the oldest first, in which somebody is the person. */
    synchronized List<String> about(String personId) {
        Pattern person = Pattern.compile(" person=" + Pattern.quote(personId) + "( |$)");
        return days().stream()
                .flatMap(day -> lines(folder.resolve(day + ".log")).stream())
                .filter(line -> person.matcher(line).find())
                .toList();
    }

    @Override
    public String what() {
        return "days of the security log";
    }

    @Override
    public Period kept(KeepSettings settings) {
        return settings.securityLog();
    }

    @Override
    public synchronized int forget(Instant before) {
        LocalDate first = LocalDate.ofInstant(before, WorkingDays.ZONE);
        List<LocalDate> old = days().stream().filter(day -> day.isBefore(first)).toList();
        for (LocalDate day : old) {
            try {
                Files.deleteIfExists(folder.resolve(day + ".log"));
            } catch (IOException fault) {
                throw new UncheckedIOException("A day of the security log cannot be deleted.", fault);
            }
        }
        return old.size();
    }

    private List<LocalDate> days() {
        if (folder.toString().isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> LocalDate.parse(name.group(1)))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("The folder of the security log cannot be read.", fault);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException gone) {
            return List.of();
        } catch (IOException fault) {
            throw new UncheckedIOException("A day of the security log cannot be read.", fault);
        }
    }
}
