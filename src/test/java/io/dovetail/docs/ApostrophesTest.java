package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What people read has the apostrophe that they know from print: the county’s, the carers’. Straight marks are for code, where they enclose a
 * text, and for the few messages that quote a setting.
 */
class ApostrophesTest {

    private static final Pattern STRAIGHT = Pattern.compile("\\p{L}'(?:\\p{L}|$)|s' \\p{L}", Pattern.MULTILINE);

    /** In Java and in SQL within it a straight mark also encloses: there only what nobody encloses counts. */
    private static final Pattern STRAIGHT_IN_CODE = Pattern.compile("\\p{L}'(?:s|t|re|ve|ll|d)\\b");

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    /** Comments, tags, and what is worked out before anybody reads it. */
    private static final Pattern UNREAD_IN_PAGES = Pattern.compile("<!--.*?-->|<[^>]*>|\\[[(#/].*?]", Pattern.DOTALL);

    private static final Pattern UNREAD_IN_MODELS = Pattern.compile("[$#]\\{[^}]*}");

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:\\*|/\\*|//|#).*$");

    @Test
    void formsAndModelsHaveNoStraightOne() throws IOException {
        assertThat(straight(STRAIGHT, UNREAD_IN_MODELS, "forms", ".form")).isEmpty();
        assertThat(straight(STRAIGHT, UNREAD_IN_MODELS, "bpmn", ".bpmn")).isEmpty();
        assertThat(straight(STRAIGHT, UNREAD_IN_MODELS, "bpmn", ".dmn")).isEmpty();
    }

    @Test
    void pagesAndMailsHaveNoStraightOne() throws IOException {
        assertThat(straight(STRAIGHT, UNREAD_IN_PAGES, "src/main/resources/templates", ".html"))
                .isEmpty();
        assertThat(straight(STRAIGHT, UNREAD_IN_PAGES, "src/main/resources/mail", ".html"))
                .isEmpty();
        assertThat(straight(STRAIGHT, UNREAD_IN_PAGES, "src/main/resources/mail", ".txt"))
                .isEmpty();
    }

    @Test
    void theSampleHasNoStraightOne() throws IOException {
        assertThat(straight(STRAIGHT, COMMENT, "src/main/resources", ".yaml")).isEmpty();
    }

    @Test
    void whatTheProgramSaysHasNoStraightOne() throws IOException {
        List<String> met = new ArrayList<>();
        for (Path file : files("src/main/java", ".java")) {
            LITERAL.matcher(COMMENT.matcher(Files.readString(file)).replaceAll(""))
                    .results()
                    .map(MatchResult::group)
                    .filter(text -> STRAIGHT_IN_CODE.matcher(text).find())
                    .forEach(text -> met.add(file + ": " + text));
        }
        assertThat(met).isEmpty();
    }

    private static List<String> straight(Pattern pattern, Pattern unread, String folder, String ending)
            throws IOException {
        List<String> met = new ArrayList<>();
        List<Path> files = files(folder, ending);
        assertThat(files).as(folder).isNotEmpty();
        for (Path file : files) {
            unread.matcher(Files.readString(file))
                    .replaceAll(" ")
                    .lines()
                    .filter(line -> pattern.matcher(line).find())
                    .forEach(line -> met.add(file + ": " + line.strip()));
        }
        return met;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
