package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read in mails, on pages, in forms and where a class says something: short sentences, numbers in digits, and days as "8 December 2026". */
class PlainSentencesTest {

    private static final Pattern NOT_TEXT =
            Pattern.compile("<!--.*?-->|<style.*?</style>|<script.*?</script>", Pattern.DOTALL);
    private static final Pattern WITHIN = Pattern.compile("</?(?:strong|em|a|span|b|code|th:block|abbr)\\b[^>]*>");
    private static final Pattern LITERAL = Pattern.compile("'([^'\\n]{20,})'|\\|([^|\\n]{20,})\\|");
    private static final Pattern NUMBER =
            Pattern.compile("\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|forty|sixty)"
                    + " (answered|answers|times|tests|(?:working )?days?|weeks?|months?|years?|organisations?)\\b");
    private static final Pattern DAY = Pattern.compile(
            "\\b\\d{4}-\\d{2}-\\d{2}\\b|\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b|\\b\\d{1,2}(?:st|nd|rd|th) (?:of )?(?:January|February|March"
                    + "|April|May|June|July|August|September|October|November|December)\\b"
                    + "|\\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}\\b(?! at)");

    private static final Pattern JAVA_ASIDE =
            Pattern.compile("/\\*.*?\\*/|(?m:^\\s*//.*$)|\"\"\".*?\"\"\"", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern PIECES = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern BETWEEN =
            Pattern.compile("\"\\s*\\+\\s*[\\w.]+(?:\\([^()\"]*\\))*(?:\\.\\w+\\([^()\"]*\\))*\\s*\\+\\s*\"");

    /** Addresses, what somebody typed, and how a day is to be typed. */
    private static final Pattern OTHERS = Pattern.compile("https?://\\S+|“[^”]*”|such as \\d+/\\d+/\\d+");

    @Test
    void noSentenceOfAMailOrAPageIsLongerThanTwentyFiveWords() {
        assertThat(texts().flatMap(
                                text -> Sentences.tooLong(text.words()).map(sentence -> text.file() + ": " + sentence)))
                .as("please make two sentences of each")
                .isEmpty();
    }

    @Test
    void numbersAreDigits() {
        assertThat(faults(NUMBER)).as("please write the number in digits").isEmpty();
    }

    @Test
    void daysAreWrittenAsPeopleSayThem() {
        assertThat(faults(DAY)).as("please write it as 8 December 2026").isEmpty();
    }

    @Test
    void aLongSentenceANumberInWordsAndAnotherStyleOfDayAreFound() {
        assertThat(Sentences.of("word ".repeat(26) + "ends. A short one follows."))
                .anyMatch(Sentences::isTooLong)
                .anyMatch(sentence -> sentence.equals("A short one follows."));
        assertThat(java("/** Said to nobody. */ x(\"He said \"\n  + name.of(it) + \" that it \"\n + \"ends.\");"))
                .isEqualTo("He said X that it ends.");
        assertThat(NUMBER.matcher("within ten working days").find()).isTrue();
        assertThat(NUMBER.matcher("within 10 working days").find()).isFalse();
        assertThat(DAY.matcher("on December 8").find()).isTrue();
        assertThat(DAY.matcher("on 8 December 2026").find()).isFalse();
    }

    private static List<String> faults(Pattern pattern) {
        return texts().flatMap(
                        text -> pattern.matcher(OTHERS.matcher(text.words()).replaceAll(""))
                                .results()
                                .map(MatchResult::group)
                                .map(found -> text.file() + ": " + found))
                .toList();
    }

    /** What is read in one file. */
    private record Text(String file, String words) {}

    private static Stream<Text> texts() {
        return Stream.of(
                        below("src/test/resources/mail/approved", ".txt").map(file -> new Text(name(file), read(file))),
                        below("src/main/resources/templates", ".html")
                                .map(file -> new Text(name(file), page(read(file)))),
                        below("src/main/resources/words", ".json").map(file -> new Text(name(file), words(file))),
                        below("forms", ".form").map(file -> new Text(name(file), words(file))),
                        below("src/main/java", ".java").map(file -> new Text(name(file), java(read(file)))))
                .flatMap(files -> files);
    }

    /** The text of a page: what is between tags, and what its expressions print besides values. */
    private static String page(String html) {
        String text = NOT_TEXT.matcher(html).replaceAll("");
        List<String> words = new ArrayList<>();
        LITERAL.matcher(text)
                .results()
                .forEach(literal -> words.add((literal.group(1) == null ? literal.group(2) : literal.group(1))
                        .replaceAll("\\$\\{[^}]*}", "X")));
        words.add(WITHIN.matcher(text).replaceAll("").replaceAll("<[^>]*>", "\n\n"));
        return String.join("\n\n", words);
    }

    /** What a form or a list of words says; what it shows of a review counts as one word. */
    private static String words(Path file) {
        try {
            List<String> words = new ArrayList<>();
            said(new JsonMapper().readTree(file.toFile()), file.toString().endsWith(".form"), words);
            return String.join("\n\n", words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void said(JsonNode node, boolean form, List<String> words) {
        node.fields().forEachRemaining(field -> {
            if (field.getValue().isTextual()
                    && (!form || Set.of("text", "label", "description").contains(field.getKey()))) {
                words.add(field.getValue().asText().replaceAll("\\{\\{[^}]*}}", "X"));
            }
        });
        node.forEach(below -> said(below, form, words));
    }

    /** What a class says in sentences, put together from pieces; what comes in between counts as one word. */
    private static String java(String source) {
        String text = JAVA_ASIDE.matcher(source).replaceAll("");
        text = BETWEEN.matcher(PIECES.matcher(text).replaceAll("")).replaceAll("X");
        return PIECES.matcher(text)
                .replaceAll("")
                .lines()
                .flatMap(line -> QUOTED.matcher(line).results().map(quoted -> quoted.group(1)))
                .filter(said -> said.contains(" "))
                .collect(Collectors.joining("\n\n"));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Stream<Path> below(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
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
