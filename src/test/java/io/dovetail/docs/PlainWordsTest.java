package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one idea, in plain modern English: the words of {@code plain-words.txt} are not met where people read. */
class PlainWordsTest {

    private static final Path WORDS = Path.of("src", "test", "resources", "plain-words.txt");

    /** Names of files and ids: nobody reads them as words. */
    private static final Pattern NAMES = Pattern.compile(
            "`[^`]*`|~\\{[^}]*}|<!--.*?-->|\\bid=\"[^\"]*\"|[\\w/]+-[\\w-]+\\.(?:html|txt)", Pattern.DOTALL);

    @Test
    void nobodyReadsAWordForWhichThereIsAPlainOne() {
        Map<Pattern, String> words = words();
        assertThat(words).isNotEmpty();
        List<String> met = new ArrayList<>();
        texts().forEach(file -> met(file, words, met));
        assertThat(met).as("say it in a plain word").isEmpty();
    }

    @Test
    void aForbiddenWordIsFoundWhateverItsCase() {
        assertThat(words().keySet())
                .anyMatch(word -> word.matcher("Dates are Reckoned anew").find())
                .anyMatch(word -> word.matcher("a put-off").find())
                .noneMatch(word -> word.matcher("amending a renewed plan, which stands still")
                        .find());
    }

    private static void met(Path file, Map<Pattern, String> words, List<String> met) {
        String text = NAMES.matcher(read(file))
                .replaceAll(name -> "\n".repeat((int) name.group()
                        .chars()
                        .filter(character -> character == '\n')
                        .count()));
        words.forEach((word, instead) -> {
            Matcher found = word.matcher(text);
            while (found.find()) {
                long line = text.substring(0, found.start()).lines().count();
                met.add(file + ", line " + line + ": “" + found.group() + "”; say: " + instead);
            }
        });
    }

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        read(WORDS)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> {
                    int between = line.lastIndexOf(" | ");
                    words.put(
                            Pattern.compile("\\b(?:" + line.substring(0, between) + ")\\b", Pattern.CASE_INSENSITIVE),
                            line.substring(between + 3));
                });
        return words;
    }

    private static Stream<Path> texts() {
        return Stream.of(
                        Stream.of(Path.of("README.md")),
                        below("src/docs", ".md"),
                        below("bpmn", ".bpmn", ".dmn"),
                        below("forms", ".form"),
                        below("src/main/resources/mail", ".txt", ".html"),
                        below("src/main/resources/templates", ".html"),
                        below("src/main/resources/words", ".json"))
                .flatMap(files -> files);
    }

    private static Stream<Path> below(String folder, String... endings) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file -> !file.toString().contains("node_modules"))
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
