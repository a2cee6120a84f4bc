package io.dovetail.mail;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which mails are not sent ({@code dovetail.mail.off}). Any may be switched off: what it tells is in Tasklist and on record all
 * the same, though those who do not sign in then hear nothing of it. One that is switched off is still posted; when its turn comes,
 * the outbox notes that it was withdrawn and why, so that nobody wonders later why they were not told. So a switch also holds for
 * mails that were waiting when it was turned.
 *
 * @param off the mails that are not sent, by their ids, such as {@code request-reminder}
 */
@ConfigurationProperties("dovetail.mail")
public record MailSwitches(@DefaultValue Set<String> off) {

    /**
     * Takes a copy.
     *
     * @throws IllegalArgumentException in one sentence for whoever wrote the setting, where there is no such mail; it stops the start
     */
    public MailSwitches {
        off = off.stream().map(String::strip).collect(Collectors.toUnmodifiableSet());
        Set<String> known = Arrays.stream(MailTemplate.values())
                .map(MailTemplate::id)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> unknown = new TreeSet<>(off);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("dovetail.mail.off names “" + String.join("”, “", unknown)
                    + "”, and there is no such mail. These can be switched off: " + String.join(", ", known) + ".");
        }
    }

    /** Whether that mail is not sent. */
    boolean isOff(MailTemplate template) {
        return off.contains(template.id());
    }
}
