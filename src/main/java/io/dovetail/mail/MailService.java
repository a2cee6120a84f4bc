package io.dovetail.mail;

import io.dovetail.directory.Person;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.exceptions.TemplateEngineException;

/** Sends what is in the outbox, one mail at a time. The bean {@code mail} in the models. */
@Service("mail")
public class MailService {

    /** What each line of the log calls the organisation that it is about; so does the engine. */
    public static final String ORGANISATION = "organisation";

    /** How the sentence ends that says why a mail was refused for good. */
    public static final String ONCE_CORRECTED =
            " It is not tried again by itself: once this is corrected, an administrator has it tried again.";

    private static final Logger log = LoggerFactory.getLogger(MailService.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Outbox outbox;
    private final MailText text;
    private final MailSettings settings;
    private final MailSwitches switches;
    private final SmtpConnections server;
    private final ObjectProvider<Relevance> relevance;
    private final ObjectProvider<Convening> convening;
    private final Clock clock;

    MailService(
            Outbox outbox,
            MailText text,
            MailSettings settings,
            MailSwitches switches,
            SmtpConnections server,
            ObjectProvider<Relevance> relevance,
            ObjectProvider<Convening> convening,
            Clock clock) {
        this.outbox = outbox;
        this.text = text;
        this.settings = settings;
        this.switches = switches;
        this.server = server;
        this.relevance = relevance;
        this.convening = convening;
        this.clock = clock;
    }

    /**
     * Sends one mail, unless it was sent already, is no longer needed, or is switched off. May be repeated: every repeat carries the same
     * Message-ID, so that a mail sent twice because the program died in between is seen as one by the reader's mailbox.
     *
     * @throws MailRefused when the mail server refused it for good; trying again is vain until somebody has corrected something
     * @throws MailNotSent when it could not be sent; trying again later is right
     */
    @Transactional
    public void send(String noticeId) {
        Notice notice = outbox.lock(noticeId)
                .orElseThrow(() -> new MailNotSent("The outbox holds no mail " + noticeId + ".", null));
        try (MDC.MDCCloseable named = MDC.putCloseable(ORGANISATION, notice.bodyId())) {
            send(notice);
        }
    }

    private void send(Notice notice) {
        if (notice.settled()) {
            return;
        }
        Optional<String> noLonger = whyNot(notice);
        if (noLonger.isPresent()) {
            outbox.withdrawn(notice.id(), clock.instant(), noLonger.get());
            log.info("{}: {} {} withdrawn", reviews(notice), notice.template().what(), notice.id());
            return;
        }
        MimeMessage message = written(notice);
        try {
            server.send(message);
        } catch (MessagingException failure) {
            SmtpFault fault = SmtpFault.of(failure);
            String told = about(notice) + " " + fault.why();
            throw fault.permanent() ? new MailRefused(told + ONCE_CORRECTED, failure) : new MailNotSent(told, failure);
        }
        outbox.sent(notice.id(), clock.instant(), notice.messageId());
        log.info("{}: {} {} sent", reviews(notice), notice.template().what(), notice.id());
    }

    private Optional<String> whyNot(Notice notice) {
        return switches.isOff(notice.template())
                ? Optional.of("This mail is switched off in dovetail.mail.off.")
                : relevance
                        .orderedStream()
                        .flatMap(feature -> feature.whyNoLonger(notice).stream())
                        .findFirst();
    }

    private MimeMessage written(Notice notice) {
        try {
            MimeMessage mail = server.newMail();
            mail.setFrom(new InternetAddress(settings.from(), settings.fromName(), UTF_8));
            mail.setRecipient(
                    Message.RecipientType.TO,
                    new InternetAddress(notice.recipientAddress(), notice.recipientName(), UTF_8));
            InternetAddress replyTo = replyTo(notice);
            if (replyTo != null) {
                mail.setReplyTo(new Address[] {replyTo});
            }
            mail.setSubject(notice.subject(), UTF_8);
            mail.setSentDate(Date.from(clock.instant()));
            // Out-of-office replies and loops: RFC 3834; filters in mailboxes: RFC 2919.
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("List-Id", "Dovetail <dovetail." + settings.domain() + ">");
            mail.setHeader("Message-ID", notice.messageId());
            MimeBodyPart plain = new MimeBodyPart();
            plain.setText(text.text(notice.template(), notice.facts()), UTF_8, "plain");
            MimeBodyPart html = new MimeBodyPart();
            html.setText(text.html(notice.template(), notice.facts()), UTF_8, "html");
            mail.setContent(content(plain, html, notice.calendar()));
            return mail;
        } catch (MessagingException | UnsupportedEncodingException | TemplateEngineException fault) {
            // Without its cause: such a message may quote what people typed.
            log.error(
                    "{}: {} {} could not be written: {}",
                    reviews(notice),
                    notice.template().what(),
                    notice.id(),
                    fault.getClass().getName());
            throw new MailNotSent(
                    about(notice) + " It could not be written: please tell the people who look after Dovetail.", null);
        }
    }

    /** A reply reaches the convenor; a convenor's own, whoever is set for those that no convenor answers. */
    private @Nullable InternetAddress replyTo(Notice notice) throws MessagingException, UnsupportedEncodingException {
        Person convenor = convening
                .orderedStream()
                .flatMap(feature -> feature.convenor(notice).stream())
                .findFirst()
                .orElse(null);
        if (convenor != null && !convenor.email().equalsIgnoreCase(notice.recipientAddress())) {
            return new InternetAddress(convenor.email(), OneLine.of(convenor.name()), UTF_8);
        }
        String others = settings.replyTo();
        return others == null ? null : new InternetAddress(others);
    }

    private static MimeMultipart content(MimeBodyPart plain, MimeBodyPart html, @Nullable CalendarPart calendar)
            throws MessagingException {
        // The richest last: readers show the last part they can.
        MimeMultipart alternative = new MimeMultipart("alternative", plain, html);
        if (calendar == null) {
            return alternative;
        }
        byte[] entry = calendar.text().getBytes(StandardCharsets.UTF_8);
        // Outlook and Google make buttons of this part, others take the file; each passes over the one it does not
        // need.
        alternative.addBodyPart(part(entry, "text/calendar; method=" + calendar.method() + "; charset=UTF-8"));
        MimeBodyPart file = part(entry, "application/ics; name=invite.ics");
        file.setFileName("invite.ics");
        MimeBodyPart shown = new MimeBodyPart();
        shown.setContent(alternative);
        return new MimeMultipart("mixed", shown, file);
    }

    private static MimeBodyPart part(byte[] content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        // As it is, line ends and all.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static String reviews(Notice notice) {
        return Objects.requireNonNullElse(notice.reviewId(), "Several reviews");
    }

    private static String about(Notice notice) {
        String review = notice.reviewId();
        return "The " + notice.template().what() + (review == null ? "" : " about review " + review) + " for "
                + notice.recipientName() + " (" + notice.recipientAddress() + ") could not be sent.";
    }
}
