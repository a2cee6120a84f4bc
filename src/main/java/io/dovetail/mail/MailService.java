package io.dovetail.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.exceptions.TemplateEngineException;

/** Sends what stands in the outbox, one mail at a time. The bean {@code mail} in the models. */
@Service("mail")
public class MailService {

    private static final Logger log = LoggerFactory.getLogger(MailService.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Outbox outbox;
    private final MailText text;
    private final MailSettings settings;
    private final JavaMailSender sender;
    private final ObjectProvider<Relevance> relevance;
    private final Clock clock;

    MailService(
            Outbox outbox,
            MailText text,
            MailSettings settings,
            JavaMailSender sender,
            ObjectProvider<Relevance> relevance,
            Clock clock) {
        this.outbox = outbox;
        this.text = text;
        this.settings = settings;
        this.sender = sender;
        this.relevance = relevance;
        this.clock = clock;
    }

    /**
     * Sends one mail, unless it was sent already or is no longer needed. May be repeated: every repeat carries the same
     * Message-ID, so that a mail sent twice because the program died in between is seen as one by the reader's mailbox.
     *
     * @throws MailNotSent when it could not be sent; trying again later is right
     */
    @Transactional
    public void send(String noticeId) {
        Notice notice = outbox.lock(noticeId)
                .orElseThrow(() -> new MailNotSent("The outbox holds no mail " + noticeId + ".", null));
        if (notice.settled()) {
            return;
        }
        Optional<String> noLonger = relevance
                .orderedStream()
                .flatMap(feature -> feature.whyNoLonger(notice).stream())
                .findFirst();
        if (noLonger.isPresent()) {
            outbox.withdrawn(notice.id(), clock.instant(), noLonger.get());
            log.info("{}: {} {} withdrawn", notice.reviewId(), notice.template().what(), notice.id());
            return;
        }
        MimeMessage message = written(notice);
        try {
            sender.send(message);
        } catch (MailException failure) {
            throw new MailNotSent(about(notice) + " " + why(failure), failure);
        }
        outbox.sent(notice.id(), clock.instant(), notice.messageId());
        log.info("{}: {} {} sent", notice.reviewId(), notice.template().what(), notice.id());
    }

    private MimeMessage written(Notice notice) {
        try {
            MimeMessage mail = sender.createMimeMessage();
            mail.setFrom(new InternetAddress(settings.from(), settings.fromName(), UTF_8));
            mail.setRecipient(
                    Message.RecipientType.TO,
                    new InternetAddress(notice.recipientAddress(), notice.recipientName(), UTF_8));
            String replyTo = settings.replyTo();
            if (replyTo != null) {
                mail.setReplyTo(new Address[] {new InternetAddress(replyTo)});
            }
            mail.setSubject(notice.subject(), UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            // Out-of-office replies and loops: RFC 3834; filters in mailboxes: RFC 2919.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("List-Id", "Dovetail <dovetail." + settings.domain() + ">");
            // Spring's sender keeps a Message-ID that is set beforehand; Jakarta Mail alone would replace it.
            mail.setHeader("Message-ID", notice.messageId());
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text.text(notice.template(), notice.facts()), UTF_8, "plain");
            MimeBodyPart html = new MimeBodyPart();
            html.setText(text.html(notice.template(), notice.facts()), UTF_8, "html");
            // The richest last: readers show the last part they can.
            mail.setContent(new MimeMultipart("alternative", plain, html));
            return mail;
        } catch (MessagingException | UnsupportedEncodingException | TemplateEngineException fault) {
            // Without its cause: such a message may quote what people typed.
            log.error(
                    "{}: {} {} could not be written: {}",
                    notice.reviewId(),
                    notice.template().what(),
                    notice.id(),
                    fault.getClass().getName());
            throw new MailNotSent(
                    about(notice) + " It could not be written: please tell the people who look after Dovetail.", null);
        }
    }

    private static String about(Notice notice) {
        return "The " + notice.template().what() + " about review " + notice.reviewId() + " for "
                + notice.recipientName() + " (" + notice.recipientAddress() + ") could not be sent.";
    }

    private static String why(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return "The mail server did not accept our sign-in: please check spring.mail.username and"
                    + " spring.mail.password.";
        }
        for (Throwable cause : causes(failure)) {
            if (cause instanceof SMTPAddressFailedException refused) {
                return "The mail server refused the address (" + refused.getReturnCode()
                        + "): please check it in the directory.";
            }
            if (cause instanceof SMTPSendFailedException refused) {
                return "The mail server refused the mail (" + refused.getReturnCode() + ").";
            }
            if (cause instanceof SocketTimeoutException) {
                return "The mail server took too long to answer.";
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return "The mail server could not be reached.";
            }
        }
        return "The mail server did not take it.";
    }

    /** Spring keeps what went wrong with a single message apart from the causes. */
    private static List<Throwable> causes(MailException failure) {
        List<Throwable> found = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.removeFirst();
            if (found.contains(next)) {
                continue;
            }
            found.add(next);
            Throwable cause = next.getCause();
            if (cause != null) {
                open.addLast(cause);
            }
            if (next instanceof MailSendException several) {
                open.addAll(List.of(several.getMessageExceptions()));
            }
        }
        // The innermost says most.
        Collections.reverse(found);
        return found;
    }
}
