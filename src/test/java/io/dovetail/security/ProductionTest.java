package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.review.Postgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** The program as it is started for real use: two nodes on one PostgreSQL, each in a JVM of its own, and starts that are refused. */
@Tag("postgres")
class ProductionTest {

    private static final String DATABASE_SECRET = "Hidden-owl-7";
    private static final String ADMINISTRATORS_SECRET = "Nine-owls-at-8";
    private static final String SHARED_SECRET = "Shared-owl-9";

    @TempDir
    static Path folder;

    private static final List<Node> NODES = new ArrayList<>();

    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() throws IOException {
        String database = Postgres.freshUrl().split("[?]", 2)[0];
        one = new Node(database, Map.of());
        one.awaitReady();
        other = new Node(database, Map.of());
        other.awaitReady();
    }

    @AfterAll
    static void stop() {
        NODES.forEach(node -> node.process.destroyForcibly());
    }

    @Test
    void whoSignsInAtOneNodeIsServedByTheOtherAndSignsOutThere() {
        Somebody sam = new Somebody();
        sam.signIn(one);

        for (Node node : NODES) {
            assertThat(sam.get(node, "/overview").statusCode()).isEqualTo(200);
            assertThat(sam.get(node, "/camunda/api/engine/engine/default/user/count")
                            .body())
                    .contains("count");
            HttpResponse<String> sent = sam.send(
                    node,
                    "POST",
                    "/camunda/api/engine/engine/default/task/count",
                    "application/json",
                    "{}",
                    sam.cookies.getOrDefault("XSRF-TOKEN", ""));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
        }

        String before = sam.cookies.get("JSESSIONID");
        assertThat(sam.signOut(other).statusCode()).isEqualTo(302);
        sam.cookies.put("JSESSIONID", before);
        assertThat(sam.get(one, "/overview").statusCode()).isEqualTo(302);
    }

    @Test
    void nothingOfWhatIsForTryingOutIsThere() {
        Somebody sam = new Somebody();
        sam.signIn(one);
        for (String address : List.of(
                "/h2-console",
                "/h2-console/login.do",
                "/mailbox",
                "/mailbox/1/html",
                "/actuator/env",
                "/engine-rest/task")) {
            assertThat(sam.get(one, address).statusCode()).as(address).isIn(403, 404);
            assertThat(new Somebody().get(one, address).statusCode())
                    .as(address)
                    .isIn(302, 403, 404);
        }
        assertThat(sam.get(one, "/camunda/api/engine/engine/default/user").body())
                .contains("\"sam\"")
                .doesNotContain("zoe");
        assertThat(new Somebody().get(one, "/reviews").body())
                .doesNotContain("What happens when somebody is in crisis");
    }

    @Test
    void eachCookieGoesOverHttpsAlone() {
        Somebody sam = new Somebody();
        sam.signIn(one);
        assertThat(sam.given)
                .anyMatch(cookie -> cookie.startsWith("JSESSIONID="))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .anyMatch(cookie -> cookie.startsWith("__Host-form="))
                .allMatch(cookie -> cookie.contains("; Secure") || cookie.contains(";Secure"))
                .allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void noSecretIsInTheLog() {
        new Somebody().signIn(other);
        for (Node node : NODES) {
            assertThat(node.said())
                    .doesNotContain(DATABASE_SECRET, ADMINISTRATORS_SECRET)
                    .doesNotContain("Exception");
        }
        assertThat(other.said()).contains("event=sign-in outcome=good person=sam from=127.0.0.1 into=pages");
    }

    @Test
    void onePasswordForAllIsRefusedWithoutSayingIt() throws Exception {
        String said = refused(Postgres.freshUrl().split("[?]", 2)[0], Map.of("DOVETAIL_DEMO_PASSWORD", SHARED_SECRET));

        assertThat(said).contains("take DOVETAIL_DEMO_PASSWORD away").doesNotContain(SHARED_SECRET);
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidInASentence() throws Exception {
        String said = refused("jdbc:postgresql://localhost:" + freePort() + "/dovetail", Map.of());

        assertThat(said).contains("The database cannot be reached").doesNotContain("\tat ", DATABASE_SECRET);
    }

    private static String refused(String database, Map<String, String> more) throws Exception {
        Node node = new Node(database, more);
        NODES.remove(node);
        try {
            assertThat(node.process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(node.process.exitValue()).isNotZero();
            return node.said();
        } finally {
            node.process.destroyForcibly();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** One program for real use, in a JVM of its own. */
    private static final class Node {

        private final int port;
        private final Path log;
        private final Process process;

        Node(String database, Map<String, String> more) throws IOException {
            port = freePort();
            Path directory = folder.resolve("partnership.yaml");
            if (!Files.exists(directory)) {
                Files.write(
                        directory, new ClassPathResource("directory/sample-partnership.yaml").getContentAsByteArray());
            }
            log = folder.resolve(port + ".log");
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx400m",
                    "-cp",
                    classes(),
                    "io.dovetail.Dovetail",
                    "--spring.profiles.active=production",
                    "--server.port=" + port,
                    "--dovetail.directory=" + directory.toUri(),
                    "--dovetail.mail.base-url=https://dovetail.example.org",
                    "--dovetail.mail.from=dovetail@partnership.example",
                    "--spring.mail.host=localhost",
                    "--spring.mail.port=1",
                    "--camunda.bpm.admin-user.id=sam");
            builder.directory(folder.toFile());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().remove("DOVETAIL_DEMO_PASSWORD");
            builder.environment().put("DOVETAIL_DATABASE_URL", database);
            builder.environment().put("DOVETAIL_DATABASE_USER", Postgres.USER);
            builder.environment().put("DOVETAIL_DATABASE_PASSWORD", DATABASE_SECRET);
            builder.environment().put("CAMUNDA_BPM_ADMINUSER_PASSWORD", ADMINISTRATORS_SECRET);
            builder.environment().putAll(more);
            process = builder.start();
            NODES.add(this);
        }

        /** The program's own, without those of the tests. */
        private static String classes() {
            String all = Objects.requireNonNullElse(
                    System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
            return Arrays.stream(all.split(File.pathSeparator))
                    .filter(entry -> !entry.replaceAll("/+$", "").endsWith("test-classes"))
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }

        void awaitReady() {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(250))
                    .ignoreExceptions()
                    .until(() -> !process.isAlive()
                            || new Somebody()
                                            .get(this, "/actuator/health/readiness")
                                            .statusCode()
                                    == 200);
            assertThat(process.isAlive()).as(said()).isTrue();
        }

        String said() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Somebody whose browser speaks HTTPS with the proxy in front of the nodes. */
    private static final class Somebody {

        private static final String FORM = "application/x-www-form-urlencoded";
        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new TreeMap<>();
        private final List<String> given = new ArrayList<>();

        void signIn(Node node) {
            String form = "person=sam&password=" + encoded(ADMINISTRATORS_SECRET) + "&_csrf="
                    + encoded(token(get(node, "/sign-in").body()));
            assertThat(send(node, "POST", "/sign-in", FORM, form, "").statusCode())
                    .isEqualTo(302);
        }

        HttpResponse<String> signOut(Node node) {
            return send(
                    node,
                    "POST",
                    "/sign-out",
                    FORM,
                    "_csrf=" + encoded(token(get(node, "/").body())),
                    "");
        }

        HttpResponse<String> get(Node node, String address) {
            return send(node, "GET", address, FORM, "", "");
        }

        HttpResponse<String> send(Node node, String method, String address, String type, String content, String token) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + node.port + address))
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", type)
                    .header("X-Forwarded-Proto", "https")
                    .header(
                            "Cookie",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .collect(Collectors.joining("; ")))
                    .method(method, HttpRequest.BodyPublishers.ofString(content));
            if (!token.isEmpty()) {
                request.header("X-XSRF-TOKEN", token);
            }
            try {
                HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                for (String cookie : answer.headers().allValues("Set-Cookie")) {
                    given.add(cookie);
                    String[] parts = cookie.split(";", 2)[0].split("=", 2);
                    cookies.put(parts[0], parts[1]);
                }
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static String token(String page) {
            Matcher token = TOKEN.matcher(page);
            assertThat(token.find()).as(page).isTrue();
            return token.group(1);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
