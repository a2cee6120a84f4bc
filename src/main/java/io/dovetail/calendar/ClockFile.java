package io.dovetail.calendar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One moment kept in a small file over restarts: how far a shortened day's clock may have come. */
final class ClockFile {

    private static final Logger LOG = LoggerFactory.getLogger(ClockFile.class);

    private final Path file;

    ClockFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** The moment kept, or the beginning of 1970 if there is none that can be read. */
    Instant read() {
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (NoSuchFileException firstStart) {
            return Instant.EPOCH;
        } catch (IOException | DateTimeException unreadable) {
            LOG.warn(
                    "{} holds no moment that can be read ({}); the clock starts at the real time.",
                    file,
                    unreadable.toString());
            return Instant.EPOCH;
        }
    }

    /** Keeps the moment, whole or not at all. A disk that refuses is worth a warning, not a stop: this is a trial. */
    void write(Instant moment) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, moment + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.warn(
                    "{} cannot be written ({}); after a restart the clock may show an earlier time.",
                    file,
                    refused.toString());
        }
    }
}
