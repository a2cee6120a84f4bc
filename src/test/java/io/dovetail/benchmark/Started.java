package io.dovetail.benchmark;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in a Java of its own, from its start until it answers. */
final class Started implements AutoCloseable {

    /** The archive of classes beside a jar that was taken apart. */
    static final String ARCHIVE = "classes.jsa";

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path UNIT = Path.of("src", "deploy", "dovetail.service");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);
    private static final int OK = 200;
    private static final int PAUSE = 20;
    private static final double KIB_IN_MIB = 1024;

    private final Process process;
    private final int port;
    private final double seconds;

    /**
     * Starts a jar as the service would, with a heap of 256 MB, and waits for its answer.
     *
     * @param path the address that says that it is ready
     */
    Started(Path jar, List<String> settings, String path) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(delivered());
        command.add("-Xmx256m");
        Path archive = jar.resolveSibling(ARCHIVE);
        if (Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port));
        command.addAll(settings);
        Path folder = Objects.requireNonNull(jar.getParent());
        long begin = System.nanoTime();
        process = java(folder, command);
        while (!answers(path)) {
            if (!process.isAlive() || seconds(begin) > LONG_ENOUGH.toSeconds()) {
                process.destroyForcibly();
                throw new IllegalStateException(jar + " did not start; see " + log(folder));
            }
            Thread.sleep(PAUSE);
        }
        seconds = seconds(begin);
    }

    /** What the unit of the service tells Java, the size of the heap and the archive of classes apart. */
    private static List<String> delivered() throws IOException {
        return Files.readAllLines(UNIT).stream()
                .filter(line -> line.startsWith("ExecStart="))
                .flatMap(line -> Stream.of(line.split(" ")))
                .filter(option -> option.startsWith("-X") && !option.matches("-Xmx.*|-XX:SharedArchiveFile=.*"))
                .toList();
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** How long it took. */
    double seconds() {
        return seconds;
    }

    /** Whether that address answers with a page. */
    boolean answers(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + path).toURL().openConnection();
            connection.setConnectTimeout((int) LONG_ENOUGH.toMillis());
            connection.setReadTimeout((int) LONG_ENOUGH.toMillis());
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What it holds of the machine's memory now, in MiB. */
    double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_IN_MIB)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** Runs something to its end. */
    static void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        Process process = java(folder, arguments);
        if (!process.waitFor(LONG_ENOUGH.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", arguments) + " failed; see " + log(folder));
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("out.log");
    }

    private static Process java(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile());
        // What the tests set is not for it.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().put("DOVETAIL_DEMO_PASSWORD", "Benchmark-only-7pass");
        return builder.start();
    }
}
