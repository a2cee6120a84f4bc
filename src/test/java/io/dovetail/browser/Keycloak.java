package io.dovetail.browser;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.journey.AccountProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.util.FileSystemUtils;

/**
 * A Keycloak of its own, in place of the {@link AccountProvider}: with the client that the page on signing in tells to make, and two
 * people, {@code nia} and {@code lee}, who have a convenor's role there and whom the directory does not name.
 */
final class Keycloak implements AutoCloseable {

    /** What they sign in with. */
    static final String PASSWORD = "Tests-only-7pass";

    /** What the person is called. */
    static final String PERSON = "nia";

    /** Whoever is to leave. */
    static final String LEAVER = "lee";

    private static final String REALM = "partnership";
    private static final String ADMINISTRATOR = "keeper";
    private static final String ROLE = "crisis-review-convenors";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final URI base = URI.create(AccountProvider.ADDRESS).resolve("/");
    private final Process process;
    private final Path log;

    /** Starts it for a program on that port. */
    static Keycloak start(Path unpacked, int port) throws IOException {
        // What it was told before is about the port of before.
        FileSystemUtils.deleteRecursively(unpacked.resolve("data"));
        Path realm = Files.createDirectories(unpacked.resolve("data/import")).resolve(REALM + "-realm.json");
        new JsonMapper().writeValue(realm.toFile(), realm("http://localhost:" + port + "/"));
        return new Keycloak(unpacked);
    }

    private Keycloak(Path unpacked) throws IOException {
        log = unpacked.resolve("said.log");
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                unpacked.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + base.getPort(),
                "--import-realm");
        builder.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        PASSWORD,
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        process = builder.start();
        try {
            Awaitility.await("Keycloak")
                    .atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> !process.isAlive() || configured());
        } catch (RuntimeException late) {
            close();
            throw new IllegalStateException(Files.readString(log), late);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
    }

    private boolean configured() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(AccountProvider.ADDRESS + "/.well-known/openid-configuration")))
                        .statusCode()
                == 200;
    }

    /** Ends everything that nia has open there, as an administrator of Keycloak does; it tells each program of it. */
    void endSessions() throws IOException, InterruptedException {
        String token = entered();
        done(HttpRequest.newBuilder(base.resolve(person(PERSON, token) + "/logout"))
                .header("Authorization", token)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Takes the convenor's role from lee, as an administrator of Keycloak does; it tells nobody of it. */
    void takeRole() throws IOException, InterruptedException {
        String token = entered();
        String role = asked("/admin/realms/" + REALM + "/roles/" + ROLE, token).body();
        done(HttpRequest.newBuilder(base.resolve(person(LEAVER, token) + "/role-mappings/realm"))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString("[" + role + "]")));
    }

    private String entered() throws IOException, InterruptedException {
        HttpResponse<String> entered =
                send(HttpRequest.newBuilder(base.resolve("/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                                + ADMINISTRATOR + "&password=" + PASSWORD)));
        return "Bearer " + json.readTree(entered.body()).path("access_token").asText();
    }

    /** The address at which an administrator finds that person. */
    private String person(String name, String token) throws IOException, InterruptedException {
        String people = "/admin/realms/" + REALM + "/users";
        return people + "/"
                + json.readTree(asked(people + "?username=" + name, token).body())
                        .path(0)
                        .path("id")
                        .asText();
    }

    private void done(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 204) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private HttpResponse<String> asked(String address, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(address)).header("Authorization", token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Object> realm(String program) {
        Map<String, Object> roles = Map.of(
                "name", "roles",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-usermodel-realm-role-mapper",
                "config",
                        Map.of(
                                "claim.name", "realm_access.roles",
                                "jsonType.label", "String",
                                "multivalued", "true",
                                "id.token.claim", "true",
                                "userinfo.token.claim", "true"));
        Map<String, Object> dovetail = Map.of(
                "clientId",
                AccountProvider.CLIENT,
                "secret",
                AccountProvider.SECRET,
                "publicClient",
                false,
                "standardFlowEnabled",
                true,
                "directAccessGrantsEnabled",
                false,
                "redirectUris",
                List.of(program + "login/oauth2/code/sign-on"),
                "attributes",
                Map.of(
                        "post.logout.redirect.uris",
                        program,
                        "pkce.code.challenge.method",
                        "S256",
                        "backchannel.logout.url",
                        program + "logout/connect/back-channel/sign-on",
                        // With it, Keycloak names the first session alone when it ends all (its issue 27359).
                        "backchannel.logout.session.required",
                        "false"),
                "protocolMappers",
                List.of(roles));
        return Map.of(
                "realm",
                REALM,
                "enabled",
                true,
                "sslRequired",
                "none",
                "roles",
                Map.of("realm", List.of(Map.of("name", ROLE))),
                "clients",
                List.of(dovetail),
                "users",
                List.of(convenor(PERSON, "Nia", "Newcomer"), convenor(LEAVER, "Lee", "Leaver")));
    }

    private static Map<String, Object> convenor(String name, String first, String last) {
        return Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@elsewhere.example",
                "emailVerified",
                true,
                "firstName",
                first,
                "lastName",
                last,
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)),
                "realmRoles",
                List.of(ROLE));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
