package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people read in mails and on pages: short sentences, numbers in digits, and days as "8 December 2026". */
class PlainSentencesTest {

    /** In words; the limit of GOV.UK. */
    private static final int LONGEST = 25;

    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n|\\n(?=\\s*[-*] )|\\n(?=\\s{2,})");
    private static final Pattern END = Pattern.compile("(?<=[.!?])[\"”’)]*\\s+(?=[A-Z“‘0-9])|: (?=[A-Z“])");
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

    /** Addresses, and what somebody typed. */
    private static final Pattern OTHERS = Pattern.compile("https?://\\S+|“[^”]*”");

    @Test
    void noSentenceOfAMailOrAPageIsLongerThanTwentyFiveWords() {
        assertThat(texts().flatMap(text -> text.sentences()
                        .filter(sentence -> sentence.split("\\s+").length > LONGEST)
                        .map(sentence -> text.file() + ": " + sentence)))
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
        assertThat(new Text("here", "word ".repeat(26) + "ends. A short one follows.").sentences())
                .anyMatch(sentence -> sentence.split("\\s+").length > LONGEST)
                .anyMatch(sentence -> sentence.equals("A short one follows."));
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
    private record Text(String file, String words) {

        Stream<String> sentences() {
            return PARAGRAPH
                    .splitAsStream(words)
                    .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
                    .flatMap(END::splitAsStream);
        }
    }

    private static Stream<Text> texts() {
        return Stream.concat(
                below("src/test/resources/mail/approved", ".txt").map(file -> new Text(name(file), read(file))),
                below("src/main/resources/templates", ".html").map(file -> new Text(name(file), page(read(file)))));
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
