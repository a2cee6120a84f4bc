package io.dovetail.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that behaves as badly as a test tells it to, one mail after the other; without further orders it takes what it is
 * given. On this machine only.
 */
public final class ScriptedSmtp implements AutoCloseable {

    /** What it does with a mail. */
    public enum Act {
        /** Takes it. */
        TAKE,
        /** Does not want to be told of this recipient just yet, as greylisting does. */
        RECIPIENT_LATER,
        /** Knows no such recipient. */
        RECIPIENT_UNKNOWN,
        /** Does not want this sender. */
        SENDER_REFUSED,
        /** Wants a sign-in first. */
        SIGN_IN_FIRST,
        /** Cannot keep the mail it has just read. */
        MAIL_LATER,
        /** Does not want the mail it has just read. */
        MAIL_REFUSED,
        /** Says nothing any more once it has heard who the mail is for. */
        HANG,
        /** Hangs up in the middle of the mail. */
        DROP_BEFORE_TAKING,
        /** Takes the mail, and hangs up before it says so. */
        DROP_AFTER_TAKING,
        /** Takes the mail, and hangs up right after it has said so. */
        TAKE_AND_LEAVE
    }

    private final ServerSocket socket;
    private final Queue<Act> orders = new ConcurrentLinkedQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** Listens on a port of its own. */
    public ScriptedSmtp() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::listen);
    }

    /** Where it listens. */
    public int port() {
        return socket.getLocalPort();
    }

    /** What it does with the next mails, one after the other. */
    public ScriptedSmtp then(List<Act> acts) {
        orders.addAll(acts);
        return this;
    }

    /** The mails it took, each as it came. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.get();
    }

    /** How many of them are still there. */
    public int openConnections() {
        return open.size();
    }

    /** Hangs up on everybody, as a server does that is started again. */
    public void hangUp() {
        open.forEach(ScriptedSmtp::close);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hangUp();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                connections.incrementAndGet();
                open.add(caller);
                thread(() -> talk(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket caller) {
        try (caller) {
            new Talk(caller).run();
        } catch (IOException hungUp) {
            // As callers do.
        } finally {
            open.remove(caller);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket caller) {
        try {
            caller.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One connection. */
    private final class Talk {

        private final BufferedReader in;
        private final OutputStream out;
        private Act act = Act.TAKE;

        Talk(Socket caller) throws IOException {
            in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            out = caller.getOutputStream();
        }

        void run() throws IOException {
            say("220 scripted.example");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("QUIT")) {
                    say("221 Goodbye");
                    return;
                } else if (command.startsWith("MAIL")) {
                    Act next = orders.poll();
                    act = next == null ? Act.TAKE : next;
                    say(
                            act == Act.SENDER_REFUSED
                                    ? "550 5.7.1 Sender not allowed"
                                    : act == Act.SIGN_IN_FIRST ? "530 5.7.0 Authentication required" : "250 Fine");
                } else if (command.startsWith("RCPT")) {
                    if (act == Act.HANG) {
                        in.readLine();
                        return;
                    }
                    say(
                            act == Act.RECIPIENT_LATER
                                    ? "450 4.7.1 Greylisted, please try again"
                                    : act == Act.RECIPIENT_UNKNOWN ? "550 5.1.1 No such user here" : "250 Fine");
                } else if (command.startsWith("DATA")) {
                    say("354 Go on");
                    if (!read()) {
                        return;
                    }
                } else {
                    say("250 Fine");
                }
            }
        }

        /** Reads a mail; whether to go on listening. */
        private boolean read() throws IOException {
            StringBuilder mail = new StringBuilder();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    // Whoever sends it was cut off: a mail whose end never came is not taken.
                    return false;
                }
                mail.append(line).append("\r\n");
                if (act == Act.DROP_BEFORE_TAKING && line.isEmpty()) {
                    return false;
                }
            }
            switch (act) {
                case MAIL_LATER -> say("451 4.3.0 Try again later");
                case MAIL_REFUSED -> say("554 5.7.1 Not wanted here");
                default -> {
                    taken.add(mail.toString());
                    if (act == Act.DROP_AFTER_TAKING) {
                        return false;
                    }
                    say("250 Taken");
                    return act != Act.TAKE_AND_LEAVE;
                }
            }
            return true;
        }

        private void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
