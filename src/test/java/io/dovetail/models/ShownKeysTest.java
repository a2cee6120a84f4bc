package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What forms show is what the program gives them: each key {@code shown.…} of a form is given somewhere, and none is given that no
 * form shows. That each form gets the keys it needs, the journeys try whenever they submit one.
 */
class ShownKeysTest {

    private static final Pattern USED = Pattern.compile("\\bshown\\.(\\w+)");

    /** A method that puts together what is shown, up to its end. */
    private static final Pattern METHOD =
            Pattern.compile("Map<String, Object> shown\\w*\\([^)]*\\) \\{.*?\\n    }\\n", Pattern.DOTALL);

    private static final Pattern PUT = Pattern.compile("\\bshown\\w*\\.put\\(\\s*\"(\\w+)\"");
    private static final Pattern IN_MAP = Pattern.compile("(?:Map\\.of\\(|,)\\s*\"(\\w+)\",");

    @Test
    void whatFormsShowIsWhatTheProgramGives() {
        Models models = Models.ofProject();
        Set<String> used = new TreeSet<>();
        models.forms().forEach(form -> addAll(USED, form.content().toString(), used));
        Set<String> given = new TreeSet<>();
        for (String source : models.sources()) {
            addAll(PUT, source, given);
            Matcher method = METHOD.matcher(source);
            while (method.find()) {
                addAll(IN_MAP, method.group(), given);
            }
        }

        assertThat(used).as("the keys that were found").hasSizeGreaterThan(80);
        Set<String> columns = new TreeSet<>();
        models.forms().stream()
                .flatMap(form -> form.components().stream())
                .forEach(component -> component
                        .path("columns")
                        .forEach(column -> columns.add(column.path("key").asText())));
        // The dates of a workshop are numbered: date1 to date6 are given as "date" and their number.
        Set<String> numbered = new TreeSet<>();
        used.forEach(key -> numbered.add(given.contains(key) ? key : key.replaceAll("\\d$", "")));
        assertThat(given).as("given by the program").containsAll(numbered);
        // What a row of a table holds is given in the same way.
        numbered.addAll(columns);
        assertThat(numbered).as("shown by a form").containsAll(given);
    }

    private static void addAll(Pattern pattern, String text, Set<String> keys) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            keys.add(found.group(1));
        }
    }
}
