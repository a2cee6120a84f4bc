package io.dovetail.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.camunda.spin.Spin;

/** Where people have an account besides: a real OpenID Connect provider with a sign-in page, which says of them what a test wants. */
public final class AccountProvider {

    /** How the program is known there. */
    public static final String CLIENT = "dovetail";

    /** What it proves itself with there. */
    public static final String SECRET = "Tests-only-7secret";

    /** How Entra ID writes a group. */
    public static final String LANTERNS_GROUP = "7c1e9a34-5b0f-4d35-9d0e-2f5a1c6e8b11";

    private static final String ISSUER = "partnership";
    private static final int PORT = freePort();

    /** Where people sign in: here or, in a profile of the build, at one of another make that a test starts in this place. */
    public static final String ADDRESS =
            "http://localhost:" + PORT + "/" + System.getProperty("tests.account-provider", ISSUER);

    /** What a program of the tests is told of it; it runs only once somebody signs in there. */
    public static final List<String> SETTINGS = List.of(
            "dovetail.sign-on.issuer=" + ADDRESS,
            "dovetail.sign-on.client-id=" + CLIENT,
            "dovetail.sign-on.client-secret=" + SECRET,
            "dovetail.sign-on.name=NHS login",
            "dovetail.sign-on.claims=groups,realm_access.roles,nhsid_nrbac_roles.org_code",
            "dovetail.sign-on.groups[0].value=" + LANTERNS_GROUP,
            "dovetail.sign-on.groups[0].group=lantern",
            "dovetail.sign-on.groups[1].value=crisis-review-convenors",
            "dovetail.sign-on.groups[1].group=convenorsnorthmerrow",
            "dovetail.sign-on.groups[2].value=RX9",
            "dovetail.sign-on.groups[2].group=mhtrust",
            "dovetail.sign-on.groups[3].value=crisis-review-managers",
            "dovetail.sign-on.groups[3].group=managers");

    private final HttpClient client = HttpClient.newHttpClient();

    /** The address under which everything of it is found. */
    public String issuer() {
        return Running.SERVER.issuerUrl(ISSUER).toString();
    }

    /**
     * Signs somebody in on its page.
     *
     * @param question the address to which the program has sent them
     * @param claims what is said of them then
     * @return the address to which they are sent back
     */
    public String answer(String question, String subject, Map<String, ?> claims) {
        return answer(client, question, subject, claims);
    }

    /** Likewise, by whatever client trusts the provider. */
    public static String answer(HttpClient client, String question, String subject, Map<String, ?> claims) {
        String form = "username=" + encoded(subject) + "&claims="
                + encoded(Spin.JSON(claims).toString());
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(question))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException(answer.statusCode() + " " + answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it sends to the program when somebody has signed out elsewhere. */
    public String logoutToken(String issuer, String subject, Map<String, ?> claims) {
        return Running.SERVER.issueToken(issuer, subject, CLIENT, claims).serialize();
    }

    /** Likewise, as this provider itself. */
    public String logoutToken(String subject, Map<String, ?> claims) {
        return logoutToken(ISSUER, subject, claims);
    }

    /** Runs, so that a browser finds it. */
    public void start() {
        issuer();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started by whoever asks first. */
    private static final class Running {

        private static final MockOAuth2Server SERVER = started();

        private static MockOAuth2Server started() {
            MockOAuth2Server server =
                    new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\": true}"));
            server.start(InetAddress.getLoopbackAddress(), PORT);
            return server;
        }
    }
}
