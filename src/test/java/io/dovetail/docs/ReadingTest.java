package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The door for newcomers: short enough to be read, with every room on its map, and no link or file name that leads nowhere. */
class ReadingTest {

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("src", "docs");
    private static final int LONGEST = 1_000;

    private static final Pattern LINK = Pattern.compile("]\\(((?!https?:|#)[^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern FILE = Pattern.compile("`([\\w/.-]+\\.(?:java|form|bpmn|dmn|html|sql|txt|yaml|css))`");

    @Test
    void theReadmeIsReadInFiveMinutes() throws IOException {
        assertThat(Files.readString(README).split("\\s+")).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @Test
    void everyRoomIsOnTheMap() throws IOException {
        String map = Files.readString(README);
        try (Stream<Path> rooms = Files.list(Path.of("src", "main", "java", "io", "dovetail"))) {
            assertThat(rooms.filter(Files::isDirectory)
                            .map(room -> String.valueOf(room.getFileName()))
                            .filter(room -> !map.contains("`" + room + "`")))
                    .as("rooms that the README's map does not show")
                    .isEmpty();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!Files.exists(folderOf(page).resolve(link.group(1)).normalize())) {
                    dead.add(page + ": " + link.group(1));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyFileThatIsNamedIsThere() throws IOException {
        List<String> all;
        try (Stream<Path> files = Stream.of("bpmn", "forms", "src").flatMap(ReadingTest::below)) {
            all = files.map(file -> file.toString().replace('\\', '/')).toList();
        }
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            Matcher named = FILE.matcher(Files.readString(page));
            while (named.find()) {
                String file = named.group(1);
                if (all.stream().noneMatch(each -> each.equals(file) || each.endsWith("/" + file))) {
                    missing.add(page + ": " + file);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Stream<Path> below(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(path -> !path.toString().contains("node_modules"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(DOCS)) {
            return Stream.concat(
                            Stream.of(README),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    private static Path folderOf(Path page) {
        return Objects.requireNonNullElse(page.getParent(), Path.of(""));
    }
}
