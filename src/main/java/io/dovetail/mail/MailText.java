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
        return OneLine.of(
                template.isLetter()
                        ? words(template, facts)[0] + ": " + facts.get("reviewTitle") + " (" + facts.get("reviewId")
                                + ")"
                        : render(template.id() + ".subject.txt", facts));
    }

    /** The HTML part; every fact is escaped. */
    String html(MailTemplate template, Map<String, Object> facts) {
        return template.isLetter()
                ? render("letter.html", opened(template, facts))
                : render(template.id() + ".html", facts);
    }

    /** The plain text part. */
    String text(MailTemplate template, Map<String, Object> facts) {
        String text = template.isLetter()
                ? render("letter.txt", opened(template, facts))
                : render(template.id() + ".txt", facts);
        return text.strip() + "\n";
    }

    private Map<String, Object> opened(MailTemplate template, Map<String, Object> facts) {
        Map<String, Object> all = new HashMap<>(facts);
        all.put("opening", OneLine.of(words(template, facts)[1]));
        return all;
    }

    /** A letter's own words: the subject, without the review it is about, and what it opens with. */
    private String[] words(MailTemplate template, Map<String, Object> facts) {
        return render(template.id() + ".letter.txt", facts).strip().split("\\R\\R", 2);
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
