package io.dovetail.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * The connections to the mail server. Mails come in bursts, one to each organisation, and a new connection for each costs
 * more than the mail itself. So a connection stays open for a moment after a mail, and the next mail takes it. While a mail is
 * being sent, its connection belongs to that mail alone; so there are as many as mails are sent at once.
 */
@Component
class SmtpConnections implements DisposableBean {

    /** Long enough for a burst, and short beside the minutes after which mail servers hang up on who says nothing. */
    private static final Duration IDLE = Duration.ofSeconds(5);

    /** Mail servers that limit the mails of one connection allow a hundred and more. */
    private static final int MAILS_PER_CONNECTION = 50;

    private final JavaMailSenderImpl sender;
    private final ConcurrentLinkedDeque<Open> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledExecutorService clearing = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "mail-connections");
        thread.setDaemon(true);
        return thread;
    });

    SmtpConnections(JavaMailSenderImpl sender) {
        this.sender = sender;
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
        Open connection = open();
        try {
            connection.transport().sendMessage(mail, mail.getAllRecipients());
        } catch (MessagingException | RuntimeException failure) {
            // Who knows what the server thinks it has heard so far.
            close(connection);
            throw failure;
        }
        keep(connection);
    }

    private Open open() throws MessagingException {
        for (Open kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            // Asks the server: it may have hung up meanwhile.
            if (kept.server().equals(server()) && kept.transport().isConnected()) {
                return kept;
            }
            close(kept);
        }
        Transport transport = transport(sender.getSession());
        transport.connect(sender.getHost(), sender.getPort(), given(sender.getUsername()), given(sender.getPassword()));
        return new Open(transport, server(), 0);
    }

    private void keep(Open used) {
        Open kept = new Open(used.transport(), used.server(), used.mails() + 1);
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
                IDLE.toMillis(),
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

    private static void close(Open connection) {
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
        for (Open kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            close(kept);
        }
    }

    /** An open connection; with the number of its mails it is another one after each mail, so that it is cleared only when idle. */
    private record Open(Transport transport, String server, int mails) {}
}
