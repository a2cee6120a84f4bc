package io.dovetail.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Sets the mails in their templates. It has a template engine of its own: the one for web pages resolves other names
 * and knows nothing of plain text. What people typed is only ever a variable, never part of a template.
 */
@Component
class MailText {

    private final SpringTemplateEngine engine;

    MailText() {
        engine = new SpringTemplateEngine();
        engine.setTemplateResolvers(
                Set.of(resolver("*.html", TemplateMode.HTML, 1), resolver("*.txt", TemplateMode.TEXT, 2)));
    }

    /** The subject line the template has for these facts. */
    String subject(MailTemplate template, Map<String, Object> facts) {
        String subject = words(template, facts)[0];
        return OneLine.of(
                template.isLetter()
                        ? subject + ": " + facts.get("reviewTitle") + " (" + facts.get("reviewId") + ")"
                        : subject);
    }

    /** The HTML part; every fact is escaped. */
    String html(MailTemplate template, Map<String, Object> facts) {
        return template.isLetter()
                ? render("letter.html", opened(template, facts))
                : render(template.id() + ".html", facts);
    }

    /** The plain text part. */
    String text(MailTemplate template, Map<String, Object> facts) {
        String text = template.isLetter() ? render("letter.txt", opened(template, facts)) : words(template, facts)[1];
        return text.strip() + "\n";
    }

    private Map<String, Object> opened(MailTemplate template, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("opening", OneLine.of(words(template, facts)[1]));
        return all;
    }

    /** A template's subject, of a letter without the review it is about; and what follows after an empty line: a letter's opening, or the whole text. */
    private String[] words(MailTemplate template, Map<String, Object> facts) {
        return render(template.id() + (template.isLetter() ? ".letter.txt" : ".txt"), facts)
                .strip()
                .split("\\R\\R", 2);
    }

    private String render(String file, Map<String, Object> facts) {
        return engine.process(file, new Context(Locale.UK, facts));
    }

    private static ClassLoaderTemplateResolver resolver(String names, TemplateMode mode, int order) {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailText.class.getClassLoader());
        resolver.setOrder(order);
        resolver.setResolvablePatterns(Set.of(names));
        resolver.setPrefix("mail/");
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding("UTF-8");
        return resolver;
    }
}
