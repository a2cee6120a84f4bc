package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.review.Postgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.core.io.ClassPathResource;

/** One program for real use, in a JVM of its own. */
public final class Node {

    /** What the database is said to want; it takes anything. */
    public static final String DATABASE_SECRET = "Hidden-owl-7";

    /** What {@code sam}, the administrator, signs in with. */
    public static final String ADMINISTRATORS_SECRET = "Nine-owls-at-8";

    private final int port;
    private final int keepersPort;
    private final Path log;
    private final Process process;

    /**
     * Starts it for real use; that it has started is for {@link #awaitReady()} to say.
     *
     * @param folder where it keeps its log
     * @param database the address, without name and password
     * @param mailPort where this machine's mail server listens
     * @param more environment variables beside the usual ones
     * @param jvm what its JVM is told, such as whose certificates it trusts
     */
    public static Node forReal(Path folder, String database, int mailPort, Map<String, String> more, String... jvm)
            throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "DOVETAIL_DATABASE_URL", database,
                "DOVETAIL_DATABASE_USER", Postgres.USER,
                "DOVETAIL_DATABASE_PASSWORD", DATABASE_SECRET,
                "CAMUNDA_BPM_ADMINUSER_PASSWORD", ADMINISTRATORS_SECRET));
        environment.putAll(more);
        int keepersPort = freePort();
        List<String> arguments = new ArrayList<>(settingsForReal(folder));
        arguments.add("--management.server.port=" + keepersPort);
        arguments.add("--management.server.address=127.0.0.1");
        return new Node(folder, keepersPort, mailPort, environment, List.of(jvm), arguments);
    }

    /** What a start for real use is told, the database and the passwords excepted; its directory is a file in that folder. */
    public static List<String> settingsForReal(Path folder) throws IOException {
        Path directory = folder.resolve("partnership.yaml");
        if (!Files.exists(directory)) {
            Files.write(directory, new ClassPathResource("directory/sample-partnership.yaml").getContentAsByteArray());
        }
        return List.of(
                "--spring.profiles.active=production",
                "--dovetail.directory=" + directory.toUri(),
                "--dovetail.mail.base-url=https://dovetail.example.org",
                "--dovetail.mail.from=dovetail@partnership.example",
                "--camunda.bpm.admin-user.id=sam");
    }

    /** Starts it as a newcomer does, with its data in that folder and one password for all. */
    public static Node forTryingOut(Path folder, int mailPort, String password) throws IOException {
        return new Node(folder, 0, mailPort, Map.of("DOVETAIL_DEMO_PASSWORD", password), List.of(), List.of());
    }

    /** @param keepersPort where it tells its health and its numbers; 0 for where it serves people */
    private Node(
            Path folder,
            int keepersPort,
            int mailPort,
            Map<String, String> environment,
            List<String> jvm,
            List<String> arguments)
            throws IOException {
        port = freePort();
        this.keepersPort = keepersPort == 0 ? port : keepersPort;
        log = folder.resolve(port + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                // As for the JVMs of the tests (pom.xml): it starts sooner.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-XX:+UseSerialGC",
                "-Xmx400m"));
        command.addAll(jvm);
        command.addAll(List.of(
                "-cp",
                classes(),
                "io.dovetail.Dovetail",
                "--server.port=" + port,
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + mailPort));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("DOVETAIL_DEMO_PASSWORD");
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** A port that nobody listens on. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The program's own, without those of the tests. */
    private static String classes() {
        String all = Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.replaceAll("/+$", "").endsWith("test-classes")
                        && !Files.exists(Path.of(entry, "logback-test.xml")))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where it is. */
    public String address() {
        return "http://localhost:" + port;
    }

    /**
     * What it answers whoever keeps it running.
     *
     * @param path such as {@code /actuator/prometheus}
     */
    public HttpResponse<String> tellsItsKeepers(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + keepersPort + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** Waits until it serves people. */
    public void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(() -> !process.isAlive()
                        || tellsItsKeepers("/actuator/health/readiness").statusCode() == 200);
        assertThat(process.isAlive()).as(said()).isTrue();
    }

    /** Waits until it has ended by itself. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** Tells it to stop, as a service manager does, and waits until it has. */
    public void stop() throws InterruptedException {
        // SIGTERM on every system that has it.
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(said()).isTrue();
    }

    /** Ends it as a power cut does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Its log so far. */
    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
