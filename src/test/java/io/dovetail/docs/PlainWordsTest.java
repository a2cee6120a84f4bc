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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word for one idea, in plain modern English: the words of {@code plain-words.txt} are met neither where people read nor in code. */
class PlainWordsTest {

    private static final Path WORDS = Path.of("src", "test", "resources", "plain-words.txt");

    private static final Pattern ANY =
            word(lines().map(PlainWordsTest::forbidden).collect(Collectors.joining("|")));

    /** Names of files and ids: nobody reads them as words. */
    private static final Pattern NAMES = Pattern.compile(
            "`[^`]*`|~\\{[^}]*}|<!--.*?-->|\\bid=\"[^\"]*\"|[\\w/]+-[\\w-]+\\.(?:html|txt)", Pattern.DOTALL);

    @Test
    void nobodyReadsAWordForWhichThereIsAPlainOne() {
        Map<Pattern, String> words = words();
        assertThat(words).isNotEmpty();
        List<String> met = new ArrayList<>();
        texts().forEach(file -> met(file, asRead(read(file)), words, met));
        assertThat(met).as("say it in a plain word").isEmpty();
    }

    @Test
    void noNameAndNoCommentInCodeHasSuchAWordEither() {
        Map<Pattern, String> words = words();
        List<String> met = new ArrayList<>();
        code().forEach(file -> met(file, inWords(read(file)), words, met));
        assertThat(met).as("say it in a plain word").isEmpty();
    }

    @Test
    void namesInCodeAreReadWordByWord() {
        assertThat(words().keySet())
                .anyMatch(word -> word.matcher(inWords("gateway_halted")).find())
                .anyMatch(word -> word.matcher(inWords("addressIsMended")).find())
                .anyMatch(word -> word.matcher(inWords("PutOffsPart")).find())
                .anyMatch(word -> word.matcher(inWords("BROUGHT_IN")).find())
                .noneMatch(word -> word.matcher(inWords("timesPutOff, StandingStill, standIn(body), recommended"))
                        .find());
    }

    @Test
    void aForbiddenWordIsFoundWhateverItsCase() {
        assertThat(words().keySet())
                .anyMatch(word -> word.matcher("Dates are Reckoned anew").find())
                .anyMatch(word -> word.matcher("a put-off").find())
                .anyMatch(word -> word.matcher("it stands in the outbox").find())
                .noneMatch(word -> word.matcher("amending a renewed plan, which stands still")
                        .find())
                .noneMatch(
                        word -> word.matcher("where each review stands, who stands in for whom, what stands in the way")
                                .find());
    }

    /** Without names, its lines kept. */
    private static String asRead(String text) {
        return NAMES.matcher(text)
                .replaceAll(name -> "\n".repeat((int) name.group()
                        .chars()
                        .filter(character -> character == '\n')
                        .count()));
    }

    /** With each name taken apart into the words it is made of. */
    private static String inWords(String code) {
        return code.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_", " ");
    }

    private static void met(Path file, String text, Map<Pattern, String> words, List<String> met) {
        // Nearly no file has any of them: all are looked for at once first.
        if (!ANY.matcher(text).find()) {
            return;
        }
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
        lines().forEach(line -> words.put(word(forbidden(line)), line.substring(line.lastIndexOf(" | ") + 3)));
        return words;
    }

    private static Stream<String> lines() {
        return read(WORDS).lines().filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    private static String forbidden(String line) {
        return line.substring(0, line.lastIndexOf(" | "));
    }

    private static Pattern word(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    private static Stream<Path> texts() {
        return Stream.of(
                        Stream.of(Path.of("README.md")),
                        below("src/docs", ".md"),
                        below("bpmn", ".bpmn", ".dmn", ".md", ".js"),
                        below("src/deploy", ""),
                        below(".ci", ""),
                        below("forms", ".form"),
                        below("src/main/resources/mail", ".txt", ".html"),
                        below("src/main/resources/templates", ".html"),
                        below("src/main/resources/words", ".json"))
                .flatMap(files -> files);
    }

    private static Stream<Path> code() {
        return Stream.of(
                        below("src/main/java", ".java"),
                        below("src/test/java", ".java").filter(file -> !file.endsWith("PlainWordsTest.java")),
                        below("src/main/resources/db", ".sql"),
                        below("src/test/resources", "truth-table.txt"),
                        below("bpmn", ".bpmn", ".dmn"))
                .flatMap(files -> files);
    }

    private static Stream<Path> below(String folder, String... endings) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file ->
                            Files.isRegularFile(file) && !file.toString().contains("node_modules"))
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
