package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.mail.MailTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about mails names each there is, with its occasion and a subject as it arrives. */
class MailsPageTest {

    private static final Path APPROVED = Path.of("src", "test", "resources", "mail", "approved");

    @Test
    void thePageNamesEveryMail() throws IOException {
        String source = Page.source(MailTemplate.class);
        List<String> rows = new ArrayList<>(List.of("| Name | When | A subject |", "| --- | --- | --- |"));
        for (MailTemplate mail : MailTemplate.values()) {
            String subject = subject(mail);
            rows.add("| `" + mail.id() + "` | " + occasion(source, mail) + " | " + subject.replace("|", "\\|") + " |");
        }
        assertThat(rows).noneMatch(row -> row.contains("|  |"));
        Page.named("mails.md").holds(rows, MailsPageTest.class);
    }

    /** As it was approved: the first line. */
    private static String subject(MailTemplate mail) throws IOException {
        Path letter = APPROVED.resolve(mail.id() + ".letter.txt");
        Path approved = Files.exists(letter) ? letter : APPROVED.resolve(mail.id() + ".txt");
        return Files.readAllLines(approved).get(0).replaceFirst("^Subject: ", "");
    }

    /** The first sentence of what is above it. */
    private static String occasion(String source, MailTemplate mail) {
        Matcher told = Pattern.compile("/\\*\\*((?:(?!\\*/).)*?)\\*/\\s*" + mail.name() + "\\(", Pattern.DOTALL)
                .matcher(source);
        String said = told.find() ? Page.plain(told.group(1).replaceFirst("^\\s*\\*?", "")) : "";
        return said.replaceFirst("(?<=[a-z])[;.] .*$|\\.$", "");
    }
}
