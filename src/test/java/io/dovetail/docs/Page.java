package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation with a table that is written from the program; what is around it is written by people. */
record Page(Path file) {

    private static final String BEGIN = "<!-- written from the program, do not edit -->\n";
    private static final String END = "<!-- to here -->\n";
    private static final Pattern LINK = Pattern.compile("\\{@(?:code|link) (?:\\w+#)?(\\w+(?:\\(\\))?|[^}]+)}");

    static Page named(String name) {
        return new Page(Path.of("src", "docs", name));
    }

    String text() throws IOException {
        return Files.readString(file);
    }

    /** Fails unless the table on the page is that one; writes it where the property {@code dovetail.docs.write} asks for it. */
    void holds(List<String> rows, Class<?> test) throws IOException {
        String page = text();
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        assertThat(begin).as("the mark in " + file).isNotNegative();
        assertThat(end).as("the second mark in " + file).isGreaterThan(begin);
        String now = page.substring(0, begin + BEGIN.length()) + String.join("\n", rows) + "\n" + page.substring(end);
        if (Boolean.getBoolean("dovetail.docs.write")) {
            Files.writeString(file, now);
            page = now;
        }
        assertThat(page)
                .as(
                        "%s is not what the program says. Write it: mvn -q test -Dtest=%s -Ddovetail.docs.write=true",
                        file, test.getSimpleName())
                .isEqualTo(now);
    }

    /** A Javadoc's words as they are written on a page. */
    static String plain(String javadoc) {
        String text = javadoc.replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher code = LINK.matcher(text);
        return code.replaceAll(found -> "`" + Matcher.quoteReplacement(found.group(1)) + "`")
                .replace("|", "\\|");
    }

    static String source(Class<?> type) throws IOException {
        return Files.readString(Path.of("src", "main", "java")
                .resolve(type.getName().replace('.', '/').replaceAll("\\$.*", "") + ".java"));
    }
}
