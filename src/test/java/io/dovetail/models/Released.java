package io.dovetail.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The models and forms of each version, and a database in which its reviews wait, each in a folder of its version. No test
 * resources: the engine would deploy them.
 */
public final class Released {

    static final Path HOME = Path.of("src", "test", "released");

    private static final Pattern VERSION = Pattern.compile("(?m)^## (\\d+\\.\\d+\\.\\d+), (not )?released ");

    private Released() {}

    /** What is kept. */
    static TreeSet<String> versions() throws IOException {
        TreeSet<String> versions = new TreeSet<>();
        try (Stream<Path> folders = Files.list(HOME)) {
            folders.map(HOME::relativize).map(Path::toString).forEach(versions::add);
        }
        return versions;
    }

    /** What the changelog names, released or to be released next. */
    static TreeSet<String> inChangelog() throws IOException {
        TreeSet<String> versions = new TreeSet<>();
        VERSION.matcher(changelog()).results().map(found -> found.group(1)).forEach(versions::add);
        return versions;
    }

    /** Where the newest version is kept, the first in the changelog. */
    public static Path newest() throws IOException {
        return HOME.resolve(newestInChangelog().group(1));
    }

    /** The models of that folder, those that the engine runs. */
    public static List<Path> processes(Path kept) throws IOException {
        try (Stream<Path> files = Files.list(kept.resolve("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    /** Keeps the project's models and forms as those of the newest version, which is still to be released; returns where. */
    public static Path keep() throws IOException {
        MatchResult version = newestInChangelog();
        if (version.group(2) == null) {
            throw new IllegalStateException(
                    version.group(1) + " is released: it does not change any more. Begin the next in the changelog.");
        }
        Path kept = HOME.resolve(version.group(1));
        if (Files.exists(kept)) {
            try (Stream<Path> before = Files.walk(kept)) {
                for (Path file : before.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
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
        return kept;
    }

    private static MatchResult newestInChangelog() throws IOException {
        Matcher versions = VERSION.matcher(changelog());
        if (!versions.find()) {
            throw new IllegalStateException("The changelog names no version.");
        }
        return versions.toMatchResult();
    }

    private static String changelog() throws IOException {
        return Files.readString(Path.of("src", "docs", "changelog.md"));
    }
}
