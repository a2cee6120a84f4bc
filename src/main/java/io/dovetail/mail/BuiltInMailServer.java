package io.dovetail.mail;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real mail server inside the program, reachable from this machine only, that puts every mail into the
 * {@link BuiltInMailbox}. It stands in where no mail server is set, so that mails go the same way as in earnest.
 */
public class BuiltInMailServer implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(BuiltInMailServer.class);
    private static final int LARGEST_MAIL = 5 * 1024 * 1024;

    private final SMTPServer server;

    BuiltInMailServer(BuiltInMailbox mailbox) {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Dovetail mailbox")
                // Shown as it was sent, with nothing added on the way.
                .insertReceivedHeaders(false)
                .maxMessageSize(LARGEST_MAIL)
                .messageHandler((context, from, to, mail) -> keep(mailbox, mail))
                .build();
        server.start();
        log.info("No spring.mail.host is set: mails stay in the built-in mailbox.");
    }

    /** The port it was given by the system. */
    public int port() {
        return server.getPortAllocated();
    }

    @Override
    public void destroy() {
        server.stop();
    }

    private static void keep(BuiltInMailbox mailbox, byte[] mail) throws RejectException {
        try {
            mailbox.store(mail);
        } catch (RuntimeException failure) {
            log.error("The built-in mailbox could not keep a mail.", failure);
            // Temporary by name: whoever sent it keeps it and tries again.
            throw new RejectException(451, "The mailbox cannot be written at the moment.");
        }
    }
}
