package io.dovetail.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dovetail.mail.ScriptedSmtp.Act;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Mail servers as they are: moody, away, full, gone in mid-sentence. */
class DeliveryTest {

    private static final String ABOUT =
            "The new request about review NM-2026-003 for Zoë O’Hara (zoe@crisisline.example)" + " could not be sent. ";

    private final MailRoom room = MailRoom.onH2();
    private final ScriptedSmtp server = new ScriptedSmtp();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SmtpConnections connections = new SmtpConnections(sender);
    private final MailService mail = room.sendingThrough(connections);

    DeliveryTest() {
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        waitAtMost(Duration.ofSeconds(30));
    }

    /** For each word of the server. */
    private void waitAtMost(Duration longest) {
        sender.getJavaMailProperties().put("mail.smtp.timeout", String.valueOf(longest.toMillis()));
    }

    @AfterEach
    void closeEverything() {
        connections.destroy();
        server.close();
    }

    @Test
    void aServerThatTakesTooLongInAllIsLeftBeforeTheLockOnTheJobPasses() {
        JavaMailSenderImpl patient = new JavaMailSenderImpl();
        patient.setHost("127.0.0.1");
        patient.setPort(server.port());
        SmtpConnections limited = new SmtpConnections(patient, Duration.ofSeconds(1), SmtpConnections.IDLE);
        String id = room.postbox.post(MailRoom.draft());
        server.then(List.of(Act.HANG, Act.TAKE));
        MailService sending = room.sendingThrough(limited);

        MailNotSent failure = catchThrowableOfType(MailNotSent.class, () -> sending.send(id));

        assertThat(failure).hasMessageEndingWith("The mail server took too long to answer.");
        sending.send(id);
        assertThat(server.taken()).hasSize(1);
        limited.destroy();
        assertThat(SmtpConnections.LONGEST).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RECIPIENT_LATER    | The mail server takes nothing for this address at the moment (450).
                    MAIL_LATER         | The mail server does not take the mail at the moment (451).
                    HANG               | The mail server took too long to answer.
                    DROP_BEFORE_TAKING | The mail server hung up.
                    SENDER_REFUSED     | The mail server does not accept mail from us: please check dovetail.mail.from and spring.mail (550).
                    SIGN_IN_FIRST      | The mail server did not accept our sign-in: please check spring.mail.username and spring.mail.password.
                    """)
    void whatMayPassIsTriedAgainAndArrivesOnce(Act act, String why) {
        String id = room.postbox.post(MailRoom.draft());
        server.then(List.of(act));
        if (act == Act.HANG) {
            waitAtMost(Duration.ofSeconds(1));
        }

        MailNotSent failure = catchThrowableOfType(MailNotSent.class, () -> mail.send(id));

        waitAtMost(Duration.ofSeconds(30));
        assertThat(failure).isNotInstanceOf(MailRefused.class).hasMessage(ABOUT + why);
        assertThat(room.outbox.lock(id).orElseThrow().settled()).isFalse();
        assertThat(server.taken()).isEmpty();

        mail.send(id);
        mail.send(id);

        assertThat(server.taken()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    RECIPIENT_UNKNOWN | The mail server refused the address for good (550): please check it in the directory.
                    MAIL_REFUSED      | The mail server refused the mail for good (554).
                    """)
    void whatIsRefusedForGoodSaysSo(Act act, String why) {
        String id = room.postbox.post(MailRoom.draft());
        server.then(List.of(act));

        MailRefused failure = catchThrowableOfType(MailRefused.class, () -> mail.send(id));

        assertThat(failure)
                .hasMessage(
                        ABOUT + why
                                + " It is not tried again by itself: once this is corrected, an administrator has it tried again.");
        assertThat(room.outbox.lock(id).orElseThrow().settled()).isFalse();
        assertThat(server.taken()).isEmpty();
    }

    @Test
    void aMailThatWasTakenWithoutAWordIsRepeatedUnderTheSameMessageId() {
        String id = room.postbox.post(MailRoom.draft());
        server.then(List.of(Act.DROP_AFTER_TAKING));

        assertThat(catchThrowableOfType(MailNotSent.class, () -> mail.send(id)))
                .hasMessage(ABOUT + "The mail server hung up.");
        mail.send(id);

        assertThat(server.taken())
                .hasSize(2)
                .allSatisfy(taken -> assertThat(taken).contains("Message-ID: <" + id + "@partnership.example>"));
    }

    @Test
    void aMailThatWasTakenIsSentEvenIfTheServerLeavesRightAfter() {
        String first = room.postbox.post(MailRoom.draft());
        String second = room.postbox.post(MailRoom.draft());
        server.then(List.of(Act.TAKE_AND_LEAVE));

        mail.send(first);
        mail.send(second);

        assertThat(server.taken()).hasSize(2);
        assertThat(server.connections()).as("the first one was of no more use").isEqualTo(2);
    }

    @Test
    void theEndOfAMailDoesNotWaitUntilTheServerHasAcknowledgedItsBeginning() throws IOException {
        try (Socket socket = new CutSockets().createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    @Test
    void aBurstGoesThroughOneConnection() {
        List<String> burst = IntStream.range(0, 40)
                .mapToObj(number -> room.postbox.post(MailRoom.draft()))
                .toList();

        burst.forEach(mail::send);

        assertThat(server.taken()).hasSize(40);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aConnectionIsNotUsedForEver() {
        IntStream.range(0, 120).forEach(number -> mail.send(room.postbox.post(MailRoom.draft())));

        assertThat(server.taken()).hasSize(120);
        assertThat(server.connections()).isEqualTo(3);
    }

    @Test
    void aServerThatWasStartedAgainIsCalledAgain() {
        mail.send(room.postbox.post(MailRoom.draft()));
        server.hangUp();
        mail.send(room.postbox.post(MailRoom.draft()));

        assertThat(server.taken()).hasSize(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aConnectionThatNobodyNeedsIsClosed() {
        JavaMailSenderImpl another = new JavaMailSenderImpl();
        another.setHost("127.0.0.1");
        another.setPort(server.port());
        SmtpConnections brief = new SmtpConnections(another, SmtpConnections.LONGEST, Duration.ofMillis(200));
        room.sendingThrough(brief).send(room.postbox.post(MailRoom.draft()));

        Awaitility.await("the server to be left").until(() -> server.openConnections() == 0);
        assertThat(server.taken()).hasSize(1);
        brief.destroy();
        assertThat(SmtpConnections.IDLE).isLessThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void severalAtOnceNeverShareAConnection() throws Exception {
        int mails = 60;
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<String> burst = IntStream.range(0, mails)
                    .mapToObj(number -> room.postbox.post(MailRoom.draft()))
                    .toList();
            CountDownLatch together = new CountDownLatch(6);
            List<Future<?>> sending = burst.stream()
                    .<Future<?>>map(id -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        mail.send(id);
                        return id;
                    }))
                    .toList();
            for (Future<?> one : sending) {
                one.get();
            }

            assertThat(server.taken()).hasSize(mails);
            assertThat(burst)
                    .allSatisfy(id -> assertThat(server.taken())
                            .filteredOn(taken -> taken.contains(id))
                            .hasSize(1));
            assertThat(server.connections()).isBetween(1, 12);
        } finally {
            threads.shutdownNow();
        }
    }
}
