package io.dovetail.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class LayoutTest {

    private static final Pattern TABLE_OR_HEADING = Pattern.compile("<(table|th)(?=[\\s>])[^>]*>");

    @Test
    void aPageWithoutNavigationHasNone() {
        String page = page("""
                <html th:replace="~{layout :: page(~{::title}, ~{}, ~{::main/content()})}">
                <head><title>Sign in</title></head><body><main><h1 th:text="${name}">x</h1></main></body></html>""");

        assertThat(page)
                .contains("<title>Sign in</title>", "<h1>Z&amp;A</h1>", "Dovetail</a>")
                .doesNotContain("<nav", "th:");
    }

    @Test
    void aPageBringsItsNavigation() {
        String page = page("""
                <html th:replace="~{layout :: page(~{::title}, ~{::#pages/content()}, ~{::main/content()})}">
                <head><title>Record</title></head><body><nav id="pages"><a href="#a">A</a> <a href="#b">B</a></nav>
                <main><nav>Contents</nav></main></body></html>""");

        assertThat(page)
                .contains(
                        "<nav class=\"site-nav\" aria-label=\"Pages\"><a href=\"#a\">A</a> <a href=\"#b\">B</a></nav>")
                .containsOnlyOnce("Contents");
    }

    @Test
    void everyTableIsReadWithItsNameAndItsHeadings() throws IOException {
        List<String> faults = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TABLE_OR_HEADING
                        .matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group())
                        .filter(tag -> !tag.contains(tag.startsWith("<table") ? "aria-label=" : "scope="))
                        .forEach(tag -> faults.add(file.getFileName() + ": " + tag));
            }
        }

        assertThat(faults).isEmpty();
    }

    private static String page(String template) {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setOrder(1);
        files.setResolvablePatterns(Set.of("layout"));
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        StringTemplateResolver text = new StringTemplateResolver();
        text.setOrder(2);
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(Set.of(files, text));
        // Links are made without a web request here.
        engine.setLinkBuilder(new StandardLinkBuilder() {
            @Override
            protected String computeContextPath(
                    IExpressionContext context, String base, Map<String, Object> parameters) {
                return "";
            }
        });
        return engine.process(template, new Context(Locale.UK, Map.of("name", "Z&A")));
    }
}
