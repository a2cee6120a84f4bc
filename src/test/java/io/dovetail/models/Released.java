package io.dovetail.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models and forms of released versions, each in a folder of its version. No test resources: the engine would deploy them. */
final class Released {

    static final Path HOME = Path.of("src", "test", "released");

    private static final Pattern RELEASE = Pattern.compile("(?m)^## (\\d+\\.\\d+\\.\\d+), released ");

    private Released() {}

    /** What is kept. */
    static TreeSet<String> versions() throws IOException {
        TreeSet<String> versions = new TreeSet<>();
        if (Files.isDirectory(HOME)) {
            try (Stream<Path> folders = Files.list(HOME)) {
                folders.map(HOME::relativize).map(Path::toString).forEach(versions::add);
            }
        }
        return versions;
    }

    /** What the changelog says was released. */
    static TreeSet<String> inChangelog() throws IOException {
        TreeSet<String> versions = new TreeSet<>();
        RELEASE.matcher(Files.readString(Path.of("src", "docs", "changelog.md")))
                .results()
                .forEach(found -> versions.add(found.group(1)));
        return versions;
    }

    /** Keeps the project's models and forms as those of that version, once. */
    static void keep(String version) throws IOException {
        Path kept = HOME.resolve(version);
        if (Files.exists(kept)) {
            throw new IllegalStateException(version + " is kept already: what is released does not change.");
        }
        for (String folder : List.of("bpmn", "forms")) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(Path.of(folder))) {
                files = all.filter(file -> file.toString().matches(".*\\.(bpmn|dmn|form)")
                                && !file.startsWith(Path.of("bpmn", "lint")))
                        .toList();
            }
            for (Path file : files) {
                Path copy = kept.resolve(file);
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
    }
}
