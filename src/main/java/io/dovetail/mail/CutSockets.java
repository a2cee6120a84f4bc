package io.dovetail.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Sockets that are closed under whoever waits at them once an attempt has taken too long in all; what they carry, encrypted or not, ends with them. */
final class CutSockets extends SocketFactory {

    private final ThreadLocal<@Nullable Attempt> attempts = new ThreadLocal<>();

    /** Begins an attempt of this thread, which is cut after that time unless it is closed before. */
    Attempt within(Duration longest, ScheduledExecutorService clock) {
        Attempt attempt = new Attempt();
        attempt.end = clock.schedule(attempt::cut, longest.toMillis(), TimeUnit.MILLISECONDS);
        attempts.set(attempt);
        return attempt;
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Socket();
        // A mail goes out in pieces, and the last would wait until the server has acknowledged those before: 40 ms for
        // each mail.
        socket.setTcpNoDelay(true);
        Attempt attempt = attempts.get();
        if (attempt != null) {
            attempt.uses(socket);
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw onlyUnconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        throw onlyUnconnected();
    }

    /** Jakarta Mail connects them itself, so that its timeout for that holds. */
    private static IOException onlyUnconnected() {
        return new IOException("These sockets are connected by who asks for them.");
    }

    /** One mail on its way, in one thread. */
    final class Attempt implements AutoCloseable {

        private @Nullable Future<?> end;
        private @Nullable Socket socket;
        private boolean cut;

        /** Which socket it goes through. */
        synchronized void uses(@Nullable Socket used) {
            socket = used;
            if (cut) {
                cut();
            }
        }

        synchronized @Nullable Socket socket() {
            return socket;
        }

        synchronized boolean wasCut() {
            return cut;
        }

        private synchronized void cut() {
            cut = true;
            if (socket != null) {
                try {
                    socket.close();
                } catch (IOException closedAlready) {
                    // That was the aim.
                }
            }
        }

        @Override
        public void close() {
            attempts.remove();
            if (end != null) {
                end.cancel(false);
            }
        }
    }
}
