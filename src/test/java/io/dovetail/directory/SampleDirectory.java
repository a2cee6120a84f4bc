package io.dovetail.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** The sample directory that ships, for tests of any room. */
public final class SampleDirectory {

    private static final ClassPathResource FILE = new ClassPathResource("directory/sample-partnership.yaml");

    private SampleDirectory() {}

    /** Reads it afresh. */
    public static Directory load() {
        return Directory.load(FILE);
    }

    /**
     * Reads it with its text changed.
     *
     * @throws IllegalArgumentException if that leaves it as it was
     */
    public static Directory changed(UnaryOperator<String> change) {
        try {
            String sample = FILE.getContentAsString(StandardCharsets.UTF_8);
            String other = change.apply(sample);
            if (other.equals(sample)) {
                throw new IllegalArgumentException("Nothing was changed: the sample directory reads otherwise.");
            }
            return Directory.load(new ByteArrayResource(other.getBytes(StandardCharsets.UTF_8), "a changed directory"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
