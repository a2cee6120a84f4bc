package io.dovetail.engine;

import io.dovetail.directory.Directory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the sample directory as users, on the embedded default only. They share one password, made at the first start
 * or taken from {@code DOVETAIL_DEMO_PASSWORD}; it is kept beside the database, readable by its owner alone, so that each later
 * start can say it again.
 */
@Component
@Profile("!production")
public class EmbeddedPeople {

    // Without letters and digits that look alike on a screen.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz";
    private static final String DIGITS = "23456789";

    private final People people;
    private final Path file;
    private final @Nullable String given;
    private @Nullable String password;

    EmbeddedPeople(
            People people,
            Directory directory,
            @Value("${dovetail.demo.password-file:data/demo-password}") Path file,
            @Value("${DOVETAIL_DEMO_PASSWORD:#{null}}") @Nullable String given) {
        this.people = people;
        this.file = file;
        this.given = given;
    }

    /** Writes them all with the password known, or made now. */
    void write() {
        String known = known();
        people.writeUsers(known);
        password = known;
    }

    /** The password that everybody in the sample directory signs in with. */
    public String password() {
        if (password == null) {
            throw new IllegalStateException("The people of the sample directory are not there yet.");
        }
        return password;
    }

    private String known() {
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String made = given == null || given.isBlank() ? made() : given.strip();
            keep(made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The password for trying out could not be kept in " + file + ".", e);
        }
    }

    private void keep(String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, text + System.lineSeparator());
    }

    /** Three groups of four, with what the password policy asks for: a capital, a digit, a sign; some 60 random bits. */
    private static String made() {
        SecureRandom random = new SecureRandom();
        StringBuilder made = new StringBuilder();
        for (int group = 0; group < 3; group++) {
            if (group > 0) {
                made.append('-');
            }
            for (int i = 0; i < 4; i++) {
                made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            made.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        made.setCharAt(0, Character.toUpperCase(made.charAt(0)));
        return made.toString();
    }
}
