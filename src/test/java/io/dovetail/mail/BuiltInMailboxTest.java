package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuiltInMailboxTest {

    @TempDir
    Path folder;

    @Test
    void aMailSentToTheBuiltInServerCanBeReadAfterARestart() {
        MailRoom room = MailRoom.onH2();
        String notice = arrives(room, MailRoom.draft());

        BuiltInMailbox restarted = mailbox(10);
        assertThat(restarted.count()).isEqualTo(1);
        MailSummary summary = restarted.list(1).get(0);
        assertThat(summary.from()).isEqualTo("Näher’s Dovetail <review@Partnership.example>");
        assertThat(summary.to()).isEqualTo("Zoë O’Hara <zoe@crisisline.example>");
        assertThat(summary.subject()).startsWith("Please answer the proposal by Tuesday 1 December 2026");
        assertThat(summary.receivedAt()).isEqualTo(MailRoom.CLOCK.instant());

        StoredMail mail = restarted.read(summary.id()).orElseThrow();
        assertThat(mail.summary()).isEqualTo(summary);
        assertThat(mail.text()).startsWith("Dear Zoë O’Hara,");
        assertThat(mail.html()).startsWith("<!DOCTYPE html>").contains("Zoë O’Hara");
        assertThat(mail.calendar()).isEmpty();
        assertThat(mail.source()).contains("Content-Type: multipart/alternative");
        assertThat(mail.headers())
                .contains(
                        new StoredMail.Header("Message-ID", "<" + notice + "@partnership.example>"),
                        new StoredMail.Header("To", "Zoë O’Hara <zoe@crisisline.example>"));
    }

    @Test
    void anInvitationKeepsItsEntryForTheCalendarAsItWas() {
        MailRoom room = MailRoom.onH2();
        String entry = "BEGIN:VCALENDAR\r\nSUMMARY:Zoë’s workshop\r\nEND:VCALENDAR\r\n";
        arrives(
                room,
                MailRoom.draft()
                        .with(new CalendarPart("1@partnership.example", 0, CalendarPart.Method.REQUEST, entry)));

        BuiltInMailbox mailbox = mailbox(10);
        StoredMail mail = mailbox.read(mailbox.list(1).get(0).id()).orElseThrow();
        assertThat(mail.calendar()).isEqualTo(entry);
        assertThat(mail.text()).startsWith("Dear Zoë O’Hara,");
        assertThat(mail.repliesTo()).isEqualTo("office@partnership.example");
    }

    /** Posts a mail and sends it to the built-in server, which is gone afterwards; returns its notice. */
    private String arrives(MailRoom room, Draft draft) {
        BuiltInMailServer server = new BuiltInMailServer(mailbox(10));
        try {
            String notice = room.postbox.post(draft);
            room.sendingTo(new ServerSetup(server.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
                    .send(notice);
            return notice;
        } finally {
            server.destroy();
        }
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        BuiltInMailbox mailbox = mailbox(100);
        IntStream.rangeClosed(1, BuiltInMailbox.PAGE + 3).forEach(number -> mailbox.store(mail("Mail " + number)));

        List<MailSummary> first = mailbox.list(1);
        assertThat(first).hasSize(BuiltInMailbox.PAGE);
        assertThat(first.get(0).subject()).isEqualTo("Mail " + (BuiltInMailbox.PAGE + 3));
        assertThat(mailbox.list(2)).extracting(MailSummary::subject).containsExactly("Mail 3", "Mail 2", "Mail 1");
        assertThat(mailbox.list(3)).isEmpty();
        assertThat(mailbox.list(Integer.MAX_VALUE)).isEmpty();
        assertThat(mailbox.list(-1)).isEqualTo(first);
    }

    @Test
    void keepsOnlyTheNewest() {
        BuiltInMailbox mailbox = mailbox(2);
        Stream.of("Mail 1", "Mail 2", "Mail 3").forEach(subject -> mailbox.store(mail(subject)));

        assertThat(mailbox.list(1)).extracting(MailSummary::subject).containsExactly("Mail 3", "Mail 2");
    }

    @Test
    void forgetsWhatWasThereForLongEnough() {
        BuiltInMailbox mailbox = mailbox(10);
        mailbox.store(mail("Mail 1"));

        assertThat(mailbox.forget(MailRoom.CLOCK.instant())).isZero();
        assertThat(mailbox.count()).isEqualTo(1);
        assertThat(mailbox.forget(MailRoom.CLOCK.instant().plusSeconds(1))).isEqualTo(1);
        assertThat(mailbox.count()).isZero();
    }

    @Test
    void isEmptyBeforeTheFirstMail() {
        BuiltInMailbox mailbox = new BuiltInMailbox(new MailboxSettings(folder.resolve("none"), 10), MailRoom.CLOCK);

        assertThat(mailbox.count()).isZero();
        assertThat(mailbox.list(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "20261124T093000000Z-000009", "", "%2e%2e/secret"})
    void opensNothingButItsOwnMails(String id) throws IOException {
        Files.createDirectories(folder.resolve("mails"));
        Files.writeString(folder.resolve("secret.eml"), "Subject: secret\r\n\r\nsecret");
        BuiltInMailbox mailbox = new BuiltInMailbox(new MailboxSettings(folder.resolve("mails"), 10), MailRoom.CLOCK);

        assertThat(mailbox.read(id)).isEmpty();
    }

    @Test
    void aMailThatIsNoMailSpoilsNothing() {
        BuiltInMailbox mailbox = mailbox(10);
        String id = mailbox.store("no mail at all".getBytes(StandardCharsets.UTF_8));

        assertThat(mailbox.list(1)).hasSize(1);
        assertThat(mailbox.read(id).orElseThrow().source()).isEqualTo("no mail at all");
    }

    private BuiltInMailbox mailbox(int keep) {
        return new BuiltInMailbox(new MailboxSettings(folder, keep), MailRoom.CLOCK);
    }

    private static byte[] mail(String subject) {
        return ("From: a@partnership.example\r\nSubject: " + subject + "\r\n\r\nText\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
