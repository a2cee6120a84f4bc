package io.dovetail.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The connections to the mail server. Mails come in bursts, one to each organisation, and a new connection for each costs
 * more than the mail itself. So a connection stays open for a moment after a mail, and the next mail takes it. While a mail is
 * being sent, its connection belongs to that mail alone; so there are as many as mails are sent at once. A mail that takes too
 * long is given up, and its connection cut: the engine's lock on a job must not pass while it sends.
 */
@Component
class SmtpConnections implements DisposableBean {

    /** Long enough for a burst, and short beside the minutes after which mail servers hang up on who says nothing. */
    static final Duration IDLE = Duration.ofSeconds(5);

    /** Mail servers that limit the mails of one connection allow a hundred and more. */
    private static final int MAILS_PER_CONNECTION = 50;

    /** Well below the lock of a job (lock-time-in-millis in the settings). */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final JavaMailSenderImpl sender;
    private final Duration longest;
    private final Duration idleFor;
    private final CutSockets sockets = new CutSockets();
    private final ConcurrentLinkedDeque<OpenConnection> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService clearing = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mail-connections");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    SmtpConnections(JavaMailSenderImpl sender) {
        this(sender, LONGEST, IDLE);
    }

    SmtpConnections(JavaMailSenderImpl sender, Duration longest, Duration idleFor) {
        this.sender = sender;
        this.longest = longest;
        this.idleFor = idleFor;
        for (String protocol : List.of("smtp", "smtps")) {
            sender.getJavaMailProperties().putIfAbsent("mail." + protocol + ".socketFactory", sockets);
            sender.getJavaMailProperties().putIfAbsent("mail." + protocol + ".socketFactory.fallback", "false");
        }
    }

    /** An empty mail. */
    MimeMessage newMail() {
        return sender.createMimeMessage();
    }

    /**
     * Sends a mail, under the Message-ID it has.
     *
     * @throws MessagingException when the server did not say that it took it
     */
    void send(MimeMessage mail) throws MessagingException {
        String id = mail.getMessageID();
        mail.saveChanges();
        // Saving gives it a new one.
        mail.setHeader("Message-ID", id);
        try (CutSockets.Attempt attempt = sockets.within(longest, clearing)) {
            send(mail, attempt);
        }
    }

    private void send(MimeMessage mail, CutSockets.Attempt attempt) throws MessagingException {
        OpenConnection connection = null;
        try {
            connection = open(attempt);
            connection.transport().sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException | RuntimeException failure) {
            if (connection != null) {
                // Who knows what the server thinks it has heard so far.
                close(connection);
            }
            if (attempt.wasCut()) {
                throw new MessagingException(
                        "Given up after " + longest, new SocketTimeoutException("It took too long in all."));
            }
            throw failure;
        }
        keep(connection);
    }

    private OpenConnection open(CutSockets.Attempt attempt) throws MessagingException {
        for (OpenConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            // Asks the server: it may have hung up meanwhile.
            attempt.uses(kept.socket());
            if (kept.server().equals(server()) && kept.transport().isConnected()) {
                return kept;
            }
            close(kept);
        }
        Transport transport = transport(sender.getSession());
        transport.connect(sender.getHost(), sender.getPort(), given(sender.getUsername()), given(sender.getPassword()));
        return new OpenConnection(transport, server(), attempt.socket(), 0);
    }

    private void keep(OpenConnection used) {
        OpenConnection kept = new OpenConnection(used.transport(), used.server(), used.socket(), used.mails() + 1);
        if (kept.mails() >= MAILS_PER_CONNECTION || clearing.isShutdown()) {
            close(kept);
            return;
        }
        idle.addFirst(kept);
        clearing.schedule(
                () -> {
                    if (idle.remove(kept)) {
                        close(kept);
                    }
                },
                idleFor.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Transport transport(Session session) throws MessagingException {
        String protocol = sender.getProtocol();
        if (protocol == null) {
            protocol = session.getProperty("mail.transport.protocol");
        }
        return session.getTransport(protocol == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : protocol);
    }

    /** Which server is set: a connection to another one is of no use any more. */
    private String server() {
        return sender.getHost() + ":" + sender.getPort();
    }

    /** An empty setting is none: without this, a server that wants no sign-in would be offered an empty one. */
    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isEmpty() ? null : setting;
    }

    private static void close(OpenConnection connection) {
        try {
            connection.transport().close();
        } catch (MessagingException alreadyGone) {
            // It is closed all the same, and there is nothing left to do about it.
        }
    }

    /** Takes leave of the server. */
    @Override
    public void destroy() {
        clearing.shutdownNow();
        for (OpenConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept);
        }
    }

    /** An open connection; with the number of its mails it is another one after each mail, so that it is cleared only when idle. */
    private record OpenConnection(
            Transport transport, String server, @Nullable Socket socket, int mails) {}
}
