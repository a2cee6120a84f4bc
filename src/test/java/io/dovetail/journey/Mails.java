package io.dovetail.journey;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.test.context.TestComponent;

/** What has arrived at the mail server since it was last emptied. */
@TestComponent
public class Mails {

    private final GreenMail server;

    public Mails(GreenMail server) {
        this.server = server;
    }

    /**
     * One mail as it arrived.
     *
     * @param to the address it was sent to
     * @param subject its subject without the review's title and reference
     */
    public record Mail(String to, String subject) {}

    /** The mails about that review, in the order in which they arrived, one for each recipient. */
    public List<Mail> about(String review) {
        String reference = "(" + review + ")";
        List<Mail> mails = new ArrayList<>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                String subject = message.getSubject();
                if (subject.endsWith(reference)) {
                    for (Address to : message.getAllRecipients()) {
                        mails.add(new Mail(
                                ((InternetAddress) to).getAddress(),
                                subject.replaceFirst(": Crisis care (at night|across Merrowshire) \\(.*", "")));
                    }
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return mails;
    }

    /** The mails about that review to that address. */
    public List<String> subjects(String review, String address) {
        return about(review).stream()
                .filter(mail -> mail.to().equals(address))
                .map(Mail::subject)
                .toList();
    }

    /** Where a reply to each mail about that review goes, by the address that got the mail. */
    public Map<String, String> replies(String review) {
        Map<String, String> replies = new TreeMap<>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                if (message.getSubject().endsWith("(" + review + ")")) {
                    String replyTo = ((InternetAddress) message.getReplyTo()[0]).getAddress();
                    for (Address to : message.getAllRecipients()) {
                        replies.put(((InternetAddress) to).getAddress(), replyTo);
                    }
                }
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return replies;
    }

    /** Everything that the plain text of the mails about that review says, one after the other. */
    public String texts(String review) {
        StringBuilder texts = new StringBuilder();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                if (message.getSubject().endsWith("(" + review + ")")) {
                    texts.append(((MimeMultipart) message.getContent())
                            .getBodyPart(0)
                            .getContent());
                }
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return texts.toString();
    }

    /** Empties every mailbox. */
    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
