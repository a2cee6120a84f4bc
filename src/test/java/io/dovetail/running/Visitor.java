package io.dovetail.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody whose browser speaks HTTPS with the proxy in front of the nodes, which sends them to any of these. */
public final class Visitor {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, String> cookies = new TreeMap<>();
    private final List<String> given = new ArrayList<>();

    /** What their browser holds, by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Every cookie they were ever given, as it came. */
    public List<String> given() {
        return List.copyOf(given);
    }

    /** Signs in as the administrator. */
    public Visitor signIn(Node node) {
        return signIn(node, "sam", Node.ADMINISTRATORS_SECRET);
    }

    /** Signs in at a node. */
    public Visitor signIn(Node node, String person, String password) {
        String form = "person=" + person + "&password=" + encoded(password) + "&_csrf="
                + encoded(token(get(node, "/sign-in").body()));
        assertThat(send(node, "POST", "/sign-in", FORM, form, "").statusCode()).isEqualTo(302);
        return this;
    }

    /** Signs out at a node. */
    public HttpResponse<String> signOut(Node node) {
        return send(
                node,
                "POST",
                "/sign-out",
                FORM,
                "_csrf=" + encoded(token(get(node, "/").body())),
                "");
    }

    /** Opens an address. */
    public HttpResponse<String> get(Node node, String address) {
        return send(node, "GET", address, FORM, "", "");
    }

    /** Sends something to the engine as Tasklist or Admin does, and reads the answer. */
    public JsonNode engine(Node node, String method, String address, Object content) {
        try {
            // With the page comes the token of the session.
            if (!cookies.containsKey("XSRF-TOKEN")) {
                get(node, "/camunda/app/tasklist/default/");
            }
            HttpResponse<String> answer = send(
                    node,
                    method,
                    ENGINE + address,
                    "application/json",
                    json.writeValueAsString(content),
                    cookies.getOrDefault("XSRF-TOKEN", ""));
            assertThat(answer.statusCode()).as(address + ": " + answer.body()).isIn(200, 204);
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends something to any address. */
    public HttpResponse<String> send(
            Node node, String method, String address, String type, String content, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.address() + address))
                .timeout(Duration.ofMinutes(2))
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
