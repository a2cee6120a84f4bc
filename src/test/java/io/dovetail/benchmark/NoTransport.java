package io.dovetail.benchmark;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.URLName;

/** Takes every mail and sends none: what is left of a mail without the mail server. */
public final class NoTransport extends Transport {

    /** As Jakarta Mail makes one. */
    public NoTransport(Session session, URLName address) {
        super(session, address);
    }

    @Override
    protected boolean protocolConnect(String host, int port, String user, String password) {
        return true;
    }

    @Override
    public void sendMessage(Message message, Address[] to) {
        // That is the point of it.
    }
}
