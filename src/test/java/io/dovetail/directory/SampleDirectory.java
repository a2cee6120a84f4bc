package io.dovetail.directory;

import org.springframework.core.io.ClassPathResource;

/** The sample directory that ships, for tests of any room. */
public final class SampleDirectory {

    private SampleDirectory() {}

    /** Reads it afresh. */
    public static Directory load() {
        return Directory.load(new ClassPathResource("directory/sample-partnership.yaml"));
    }
}
