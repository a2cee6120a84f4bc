package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The page about settings names each there is, with what it does and what it is unless set. */
class SettingsPageTest {

    private static final Page PAGE = Page.named("settings.md");

    private static final Pattern PLACEHOLDER = Pattern.compile("@Value\\(\"\\$\\{(dovetail[\\w.-]+|DOVETAIL_\\w+)");

    @Test
    void thePageNamesEverySetting() throws IOException {
        List<String> rows = new ArrayList<>(List.of("| Setting | What it does | Unless set |", "| --- | --- | --- |"));
        for (Class<?> settings : settings()) {
            String prefix = MergedAnnotations.from(settings)
                    .get(ConfigurationProperties.class)
                    .getString("prefix");
            String source = Page.source(settings);
            Parameter[] parameters = settings.getDeclaredConstructors()[0].getParameters();
            RecordComponent[] components = settings.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                rows.add("| `" + prefix + "." + kebab(components[i].getName()) + "` | "
                        + said(source, components[i].getName()) + " | " + standard(parameters[i]) + " |");
            }
        }
        assertThat(rows).hasSizeGreaterThan(20).noneMatch(row -> row.contains("|  |"));
        PAGE.holds(rows, SettingsPageTest.class);
    }

    @Test
    void settingsThatAreReadOneByOneAreOnThePageToo() throws IOException {
        String page = PAGE.text();
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                Matcher read = PLACEHOLDER.matcher(Files.readString(file));
                while (read.find()) {
                    if (!page.contains("`" + read.group(1) + "`")) {
                        missing.add(read.group(1));
                    }
                }
            }
        }
        assertThat(missing)
                .as("settings that " + PAGE.file() + " does not name")
                .isEmpty();
    }

    static List<Class<?>> settings() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Class<?>> found = new ArrayList<>();
        scanner.findCandidateComponents("io.dovetail").stream()
                .map(bean -> String.valueOf(bean.getBeanClassName()))
                .sorted()
                .map(name -> ClassUtils.resolveClassName(name, SettingsPageTest.class.getClassLoader()))
                .filter(Class::isRecord)
                // What is proposed at the first start is a text for trying out, not a setting.
                .filter(type -> !MergedAnnotations.from(type)
                        .get(ConfigurationProperties.class)
                        .getString("prefix")
                        .startsWith("dovetail.demo"))
                .forEach(found::add);
        return found;
    }

    /** What the record's Javadoc says of it. */
    private static String said(String source, String name) {
        Matcher told = Pattern.compile("@param " + name + "\\b(.*?)(?=@param|@throws|\\*/)", Pattern.DOTALL)
                .matcher(source);
        return told.find() ? Page.plain(told.group(1)) : "";
    }

    private static String standard(Parameter parameter) {
        DefaultValue given = parameter.getAnnotation(DefaultValue.class);
        if (given == null || String.join("", given.value()).isEmpty()) {
            return "–";
        }
        return Arrays.stream(given.value())
                .map(each -> "`" + each + "`")
                .reduce((a, b) -> a + ", " + b)
                .orElse("–");
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
