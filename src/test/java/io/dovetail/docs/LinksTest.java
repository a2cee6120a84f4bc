package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages link to is there, and each answer on the pages of assurance can be seen somewhere or is plainly not done. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
    private static final Pattern SETTING = Pattern.compile("`(dovetail\\.[a-z.-]+)`");

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() throws IOException {
        List<String> nowhere = new ArrayList<>();
        int links = 0;
        for (Path page : pages()) {
            for (String link : found(LINK, Files.readString(page))) {
                if (!link.startsWith("http") && !link.startsWith("mailto:")) {
                    links++;
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty()
                            ? page
                            : page.resolveSibling(parts[0]).normalize();
                    if (!Files.exists(target)
                            || parts.length == 2 && !anchors(target).contains(parts[1])) {
                        nowhere.add(page + ": " + link);
                    }
                }
            }
        }
        assertThat(nowhere).isEmpty();
        assertThat(links).isGreaterThan(50);
    }

    @Test
    void everyAnswerOnThePagesOfAssuranceCanBeSeenOrIsNotDone() throws IOException {
        Set<String> tests = tests();
        String settings =
                Files.readString(Path.of("src/docs/settings.md")) + Files.readString(Path.of("src/docs/running.md"));
        List<String> unseen = new ArrayList<>();
        int answers = 0;
        for (Path page : pages()) {
            if (!page.toString().contains("/assurance/")) {
                continue;
            }
            for (String row : Files.readString(page).lines().toList()) {
                if (row.startsWith("| ") && !row.startsWith("| ---") && !row.contains("Where to see it")) {
                    answers++;
                    boolean seen = row.contains("Not done") || !found(LINK, row).isEmpty();
                    for (String test : found(TEST, row)) {
                        seen = true;
                        if (!tests.contains(test)) {
                            unseen.add(page + ": there is no " + test);
                        }
                    }
                    for (String setting : found(SETTING, row)) {
                        if (!settings.contains(setting)) {
                            unseen.add(page + ": there is no setting " + setting);
                        }
                    }
                    if (!seen) {
                        unseen.add(page + ": " + row);
                    }
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(answers).isGreaterThan(30);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("src/docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("bpmn/lint/README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(Path::toAbsolutePath)
                    .toList();
        }
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            return sources.map(file -> file.toString().replaceAll(".*/|\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<String> anchors(Path page) throws IOException {
        return found(HEADING, Files.readString(page)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(LinksTest::first).toList();
    }

    private static String first(MatchResult found) {
        return found.group(1);
    }
}
