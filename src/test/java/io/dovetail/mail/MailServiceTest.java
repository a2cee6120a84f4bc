package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.dovetail.directory.Person;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailServiceTest {

    private static final ServerSetup NOBODY = new ServerSetup(1, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);

    @RegisterExtension
    static final GreenMailExtension server = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

    private final MailRoom room = MailRoom.onH2();

    @Test
    void sendsTextAndHtmlOfTheSameMail() throws Exception {
        MimeMessage mail = sent(MailRoom.draft());

        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        for (int i = 0; i < 2; i++) {
            assertThat((String) parts.getBodyPart(i).getContent())
                    .contains("Zoë O’Hara")
                    .contains(
                            "This is a request to",
                            "Northmoor Crisis Line",
                            "Answer the proposal",
                            "Crisis care at night")
                    .contains("Tuesday 1 December 2026, 17:00", "Tuesday 8 December 2026, 17:00")
                    .contains("this is the mailbox of Northmoor Crisis Line")
                    .contains("https://dovetail.example/camunda/app/tasklist/default/#/?task=42")
                    .contains("Please do not put anything into a reply that could identify a patient.");
        }
    }

    @Test
    void theHeadersAreRight() throws Exception {
        String id = room.postbox.post(MailRoom.draft());
        room.sendingTo(server.getSmtp().getServerSetup()).send(id);
        MimeMessage mail = server.getReceivedMessages()[0];

        InternetAddress from = (InternetAddress) mail.getFrom()[0];
        assertThat(from.getAddress()).isEqualTo("review@Partnership.example");
        assertThat(from.getPersonal()).isEqualTo("Näher’s Dovetail");
        InternetAddress to = (InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0];
        assertThat(to.getAddress()).isEqualTo("zoe@crisisline.example");
        assertThat(to.getPersonal()).isEqualTo("Zoë O’Hara");
        assertThat(mail.getHeader("To", ",")).as("as it travels").matches("[\\x20-\\x7e\\s]+");
        assertThat(mail.getHeader("Reply-To", ",")).isEqualTo("office@partnership.example");
        assertThat(mail.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
        assertThat(mail.getHeader("List-Id", ",")).isEqualTo("Dovetail <dovetail.partnership.example>");
        assertThat(mail.getHeader("Message-ID", ",")).isEqualTo("<" + id + "@partnership.example>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(MailRoom.CLOCK.instant()));
        assertThat(mail.getSubject())
                .isEqualTo("Please answer the proposal by Tuesday 1 December 2026: Crisis care at night (NM-2026-003)");
    }

    @Test
    void aReplyReachesTheConvenorOfWhatTheMailIsAbout() throws Exception {
        Person leila = new Person(null, "Leïla\r\nBcc: x@elsewhere.example", "leila@moor.example");
        MailService mail = room.convenedBy(
                notice -> Optional.of(leila).filter(here -> "NM-2026-003".equals(notice.reviewId())),
                server.getSmtp().getServerSetup());
        mail.send(room.postbox.post(MailRoom.draft()));
        Map<String, Object> facts = new HashMap<>(MailRoom.pressure());
        mail.send(room.postbox.post(
                new Draft(MailTemplate.PRESSURE_REPORT, null, "Helen Strand", "helen@moor.example", facts)));
        mail.send(room.postbox.post(new Draft(
                MailTemplate.REQUEST_NEW, "NM-2026-003", "Leïla Haddad", "Leila@moor.example", MailRoom.facts())));

        InternetAddress replyTo =
                (InternetAddress) server.getReceivedMessages()[0].getReplyTo()[0];
        assertThat(replyTo.getAddress()).isEqualTo("leila@moor.example");
        assertThat(replyTo.getPersonal()).isEqualTo("Leïla Bcc: x@elsewhere.example");
        assertThat(server.getReceivedMessages()[0].getHeader("Bcc")).isNull();
        assertThat(server.getReceivedMessages()[1].getHeader("Reply-To", ","))
                .as("about several reviews")
                .isEqualTo("office@partnership.example");
        assertThat(server.getReceivedMessages()[2].getHeader("Reply-To", ","))
                .as("nobody replies to themselves")
                .isEqualTo("office@partnership.example");
    }

    @Test
    void aTitleOrNameCannotAddAHeaderOrARecipient() throws Exception {
        MimeMessage mail = sent(new Draft(
                MailTemplate.REQUEST_NEW,
                "NM-2026-003",
                "Zoë\r\nBcc: everyone@elsewhere.example\r\n\r\nHello",
                "zoe@crisisline.example",
                MailRoom.facts("reviewTitle", "Night\r\nX-Evil: yes\nBcc: everyone@elsewhere.example")));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).contains("Night X-Evil: yes Bcc: everyone@elsewhere.example");
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .contains("Night X-Evil: yes Bcc: everyone@elsewhere.example (NM-2026-003)");
    }

    @Test
    void whatPeopleTypedIsEscapedInHtmlAndPlainInText() throws Exception {
        String title = "<script>alert(\"x\")</script> & 'quotes' ${7*7}";
        MimeMultipart parts =
                (MimeMultipart) sent(MailRoom.draft(MailTemplate.REQUEST_NEW, MailRoom.facts("reviewTitle", title)))
                        .getContent();

        assertThat((String) parts.getBodyPart(0).getContent()).contains(title);
        assertThat((String) parts.getBodyPart(1).getContent())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quotes&#39; ${7*7}");
    }

    @Test
    void theOverdueMailCountsItsDays() throws Exception {
        MimeMultipart three =
                (MimeMultipart) sent(MailRoom.draft(MailTemplate.REQUEST_OVERDUE, MailRoom.facts("daysOverdue", 3)))
                        .getContent();
        assertThat((String) three.getBodyPart(0).getContent()).contains("now 3 working days late", "It was due on");
        assertThat((String) three.getBodyPart(1).getContent()).contains(">3 working days<", "It was due on");

        MimeMultipart none =
                (MimeMultipart) sent(MailRoom.draft(MailTemplate.REQUEST_OVERDUE, MailRoom.facts("daysOverdue", "0")))
                        .getContent();
        for (int part = 0; part < 2; part++) {
            assertThat((String) none.getBodyPart(part).getContent())
                    .contains("was due by now and is still open")
                    .doesNotContain("working day");
        }

        MimeMultipart one =
                (MimeMultipart) sent(MailRoom.draft(MailTemplate.REQUEST_OVERDUE, MailRoom.facts("daysOverdue", "1")))
                        .getContent();
        assertThat((String) one.getBodyPart(0).getContent()).contains("now 1 working day late");
        assertThat((String) one.getBodyPart(1).getContent()).contains(">1 working day<");
    }

    @Test
    void whatWasSentIsNotedAndItsFactsAreForgotten() {
        String id = room.postbox.post(MailRoom.draft());
        room.sendingTo(server.getSmtp().getServerSetup()).send(id);

        Notice notice = room.outbox.lock(id).orElseThrow();
        assertThat(notice.sentAt()).isEqualTo(MailRoom.CLOCK.instant());
        assertThat(notice.facts()).isEmpty();
        assertThat(room.row(id).get("facts")).isNull();
    }

    @Test
    void whatWasSentIsNotSentAgain() {
        String id = room.postbox.post(MailRoom.draft());
        MailService mail = room.sendingTo(server.getSmtp().getServerSetup());
        mail.send(id);
        mail.send(id);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aRepeatAfterACrashCarriesTheSameMessageId() throws Exception {
        String id = room.postbox.post(MailRoom.draft());
        String facts =
                room.jdbc.sql("select facts from notice").query(String.class).single();
        MailService mail = room.sendingTo(server.getSmtp().getServerSetup());
        mail.send(id);
        // The program dies after the server took the mail and before the transaction commits.
        room.jdbc
                .sql("update notice set sent_at = null, facts = ?")
                .param(facts)
                .update();
        mail.send(id);

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID())
                .isEqualTo("<" + id + "@partnership.example>")
                .isEqualTo(mails[1].getMessageID());
    }

    @Test
    void whatIsNoLongerNeededIsWithdrawnAndNotSent() {
        String id = room.postbox.post(MailRoom.draft());
        room.sendingTo(
                        server.getSmtp().getServerSetup(),
                        notice -> Optional.empty(),
                        notice -> Optional.of("answered meanwhile")
                                .filter(why -> Long.valueOf(7).equals(notice.requestId())))
                .send(id);

        assertThat(server.getReceivedMessages()).isEmpty();
        Notice notice = room.outbox.lock(id).orElseThrow();
        assertThat(notice.withdrawnAt()).isEqualTo(MailRoom.CLOCK.instant());
        assertThat(notice.withdrawnWhy()).isEqualTo("answered meanwhile");
        assertThat(notice.sentAt()).isNull();
        assertThat(room.row(id).get("facts")).isNull();

        room.sendingTo(server.getSmtp().getServerSetup()).send(id);
        assertThat(server.getReceivedMessages()).as("withdrawn for good").isEmpty();
    }

    @Test
    void aFailureNamesTheReaderAndTheMatterAndQuotesNothing() {
        String id = room.postbox.post(
                MailRoom.draft(MailTemplate.REQUEST_REMINDER, MailRoom.facts("reviewTitle", "Typed by a person")));

        MailNotSent failure = catchThrowableOfType(
                MailNotSent.class, () -> room.sendingTo(NOBODY).send(id));

        assertThat(failure)
                .hasMessage("The reminder about review NM-2026-003 for Zoë O’Hara (zoe@crisisline.example) could not be"
                        + " sent. The mail server could not be reached.");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("Typed by a person").doesNotContain("Answer the proposal");
        Notice notice = room.outbox.lock(id).orElseThrow();
        assertThat(notice.settled()).isFalse();
        assertThat(notice.facts()).as("kept for the next try").isNotEmpty();
    }

    @Test
    void anInvitationBringsItsEntryForTheCalendarTwice() throws Exception {
        String entry = "BEGIN:VCALENDAR\r\nSUMMARY:Zoë’s workshop\r\nEND:VCALENDAR\r\n";
        MimeMessage mail = sent(invitation(CalendarPart.Method.REQUEST, entry));

        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        MimeMultipart mixed = (MimeMultipart) mail.getContent();
        assertThat(mixed.getCount()).isEqualTo(2);
        MimeMultipart alternative = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(alternative.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        BodyPart calendar = alternative.getBodyPart(2);
        assertThat(calendar.getContentType()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
        assertThat(text(calendar)).isEqualTo(entry);
        BodyPart file = mixed.getBodyPart(1);
        assertThat(file.getContentType()).startsWith("application/ics");
        assertThat(file.getFileName()).isEqualTo("invite.ics");
        assertThat(file.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(text(file)).isEqualTo(entry);

        BodyPart cancelled = ((MimeMultipart) ((MimeMultipart) sent(invitation(CalendarPart.Method.CANCEL, entry))
                                .getContent())
                        .getBodyPart(0)
                        .getContent())
                .getBodyPart(2);
        assertThat(cancelled.getContentType()).isEqualTo("text/calendar; method=CANCEL; charset=UTF-8");
    }

    @Test
    void theEntryIsForgottenOnceItIsSentOrNoLongerNeeded() {
        String sent = room.postbox.post(invitation(CalendarPart.Method.REQUEST, "BEGIN:VCALENDAR"));
        String withdrawn = room.postbox.post(invitation(CalendarPart.Method.REQUEST, "BEGIN:VCALENDAR"));
        assertThat(room.outbox.lock(sent).orElseThrow().calendar())
                .isEqualTo(
                        new CalendarPart("1@partnership.example", 2, CalendarPart.Method.REQUEST, "BEGIN:VCALENDAR"));

        room.sendingTo(server.getSmtp().getServerSetup()).send(sent);
        room.sendingTo(server.getSmtp().getServerSetup(), notice -> Optional.of("It is over."))
                .send(withdrawn);

        for (String id : List.of(sent, withdrawn)) {
            assertThat(room.row(id).get("calendar")).isNull();
            assertThat(room.row(id)).containsEntry("calendar_uid", "1@partnership.example");
            assertThat(room.outbox.lock(id).orElseThrow().calendar()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(MailTemplate.class)
    void noMailLetsWhatIsTypedIntoItsHeaders(MailTemplate template) throws Exception {
        Map<String, Object> facts =
                MailRoom.made(template, fact -> fact + "\r\nBcc: everyone@elsewhere.example\r\n\r\nHello");
        facts.replace("link", "https://dovetail.example/here");
        MimeMessage mail = sent(new Draft(
                template, "NM-2026-003", "Zoë\r\nBcc: everyone@elsewhere.example", "zoe@crisisline.example", facts));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject())
                .contains(Stream.of("reviewTitle", "summary", "about")
                                .filter(template.facts()::contains)
                                .findFirst()
                                .orElseThrow()
                        + " Bcc: everyone@elsewhere.example Hello");
    }

    @Test
    void whatIsSwitchedOffIsNotSentAndTheOutboxSaysWhy() {
        String reminder = room.postbox.post(MailRoom.draft(MailTemplate.REQUEST_REMINDER, MailRoom.facts()));
        String other = room.postbox.post(MailRoom.draft());
        MailService mail =
                room.sendingTo(server.getSmtp().getServerSetup(), new MailSwitches(Set.of("request-reminder")));
        int before = server.getReceivedMessages().length;

        mail.send(reminder);
        mail.send(other);

        assertThat(server.getReceivedMessages()).hasSize(before + 1);
        assertThat(room.row(reminder))
                .containsEntry("withdrawn_why", "This mail is switched off in dovetail.mail.off.")
                .containsEntry("sent_at", null)
                .containsEntry("facts", null);
        assertThat(room.row(other)).containsEntry("withdrawn_why", null);
    }

    private static Draft invitation(CalendarPart.Method method, String entry) {
        Map<String, Object> facts = new HashMap<>(MailRoom.facts());
        facts.putAll(MailRoom.workshop());
        return MailRoom.draft(MailTemplate.WORKSHOP_INVITATION, facts)
                .with(new CalendarPart("1@partnership.example", 2, method, entry));
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private MimeMessage sent(Draft draft) {
        int before = server.getReceivedMessages().length;
        room.sendingTo(server.getSmtp().getServerSetup()).send(room.postbox.post(draft));
        return server.getReceivedMessages()[before];
    }
}
