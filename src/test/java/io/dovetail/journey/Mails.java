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
import java.util.Arrays;
import java.util.List;
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
        return read(review, message -> {
            String subject = message.getSubject().replaceFirst(": Crisis care (at night|across Merrowshire) \\(.*", "");
            return Arrays.stream(message.getAllRecipients())
                    .map(to -> new Mail(address(to), subject))
                    .toList();
        });
    }

    /** The mails about that review to that address. */
    public List<String> subjects(String review, String address) {
        return about(review).stream()
                .filter(mail -> mail.to().equals(address))
                .map(Mail::subject)
                .toList();
    }

    /**
     * Where a reply to a mail goes.
     *
     * @param to the address that the mail was sent to
     * @param repliesTo the address that a reply is sent to
     */
    public record Reply(String to, String repliesTo) {}

    /** Where a reply to each mail about that review goes, in the order in which they arrived. */
    public List<Reply> replies(String review) {
        return read(review, message -> {
            String repliesTo = address(message.getReplyTo()[0]);
            return Arrays.stream(message.getAllRecipients())
                    .map(to -> new Reply(address(to), repliesTo))
                    .toList();
        });
    }

    /** The whole subject of each mail to that address, whatever review it is about. */
    public List<String> subjectsTo(String address) {
        return read(
                message -> true,
                message -> address(message.getAllRecipients()[0]).equals(address)
                        ? List.of(message.getSubject())
                        : List.of());
    }

    /** What the plain text of each mail to that address says, whatever review it is about. */
    public List<String> textsTo(String address) {
        return read(
                message -> true,
                message -> address(message.getAllRecipients()[0]).equals(address)
                        ? List.of((String) ((MimeMultipart) message.getContent())
                                .getBodyPart(0)
                                .getContent())
                        : List.of());
    }

    /** Everything that the plain text of the mails about that review says, one after the other. */
    public String texts(String review) {
        return String.join(
                "",
                read(
                        review,
                        message -> List.of((String) ((MimeMultipart) message.getContent())
                                .getBodyPart(0)
                                .getContent())));
    }

    private interface Reading<T> {
        List<T> of(MimeMessage message) throws MessagingException, IOException;
    }

    private interface Choosing {
        boolean of(MimeMessage message) throws MessagingException;
    }

    /** What is read of each mail about that review. */
    private <T> List<T> read(String review, Reading<T> reading) {
        return read(message -> message.getSubject().endsWith("(" + review + ")"), reading);
    }

    private <T> List<T> read(Choosing choosing, Reading<T> reading) {
        List<T> all = new ArrayList<>();
        try {
            for (MimeMessage message : server.getReceivedMessages()) {
                if (choosing.of(message)) {
                    all.addAll(reading.of(message));
                }
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }

    private static String address(Address address) {
        return ((InternetAddress) address).getAddress();
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
