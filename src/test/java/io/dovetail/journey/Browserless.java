package io.dovetail.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.spin.json.SpinJsonNode;

/** Somebody at the program's address without a browser: with its cookies, its token and nothing else. */
public final class Browserless {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final String base;

    /** Somebody who has not signed in. */
    public Browserless(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Somebody who has signed in to the application that they use. */
    public static Browserless signedIn(int port, String person) {
        return signedIn(port, person, "helen".equals(person) ? "cockpit" : "sam".equals(person) ? "admin" : "tasklist");
    }

    /** Somebody who has signed in to that application (tasklist, cockpit or admin). */
    public static Browserless signedIn(int port, String person, String application) {
        Browserless somebody = new Browserless(port);
        HttpResponse<String> answer = somebody.signIn(person, Program.PASSWORD, application);
        assertThat(answer.statusCode())
                .as(person + " signs in to " + application)
                .isEqualTo(200);
        // As a browser does; with the page comes the token of the new session.
        somebody.get("/camunda/app/" + application + "/default/");
        return somebody;
    }

    /** Tries to sign in. */
    public HttpResponse<String> signIn(String person, String password, String application) {
        get("/camunda/app/" + application + "/default/");
        String form = "username=" + encoded(person) + "&password=" + encoded(password);
        return send(request("/camunda/api/admin/auth/user/default/login/" + application)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Opens an address. */
    public HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    /** Opens an address as something that reads only that kind of content. */
    public HttpResponse<String> get(String address, String accept) {
        return send(request(address).header("Accept", accept).GET());
    }

    /** Asks for what an address would answer, without its content. */
    public HttpResponse<String> head(String address, String accept) {
        return send(request(address).header("Accept", accept).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Opens the address of a file. */
    public HttpResponse<byte[]> file(String address) {
        try {
            return client.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the engine's web interface and reads the answer. */
    public JsonNode read(String address) {
        HttpResponse<String> answer = get(ENGINE + address);
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return tree(answer.body());
    }

    /** Sends something to the engine's web interface. */
    public HttpResponse<String> post(String address, Object content) {
        return send(request(ENGINE + address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text(content))));
    }

    /** Puts something to the engine's web interface. */
    public HttpResponse<String> put(String address, Object content) {
        return send(request(ENGINE + address)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(text(content))));
    }

    /** Deletes something by the engine's web interface. */
    public HttpResponse<String> delete(String address) {
        return send(request(ENGINE + address).DELETE());
    }

    /** Sends something to any address, as a page of that kind would, with or without the token a browser adds. */
    public HttpResponse<String> post(String address, String type, String content, boolean token) {
        HttpRequest.Builder request = token ? request(address) : HttpRequest.newBuilder(URI.create(base + address));
        return send(request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(content)));
    }

    /** Sends something to any address in any way, with or without the token a browser adds. */
    public HttpResponse<String> send(String method, String address, String type, String content, boolean token) {
        HttpRequest.Builder request = token ? request(address) : HttpRequest.newBuilder(URI.create(base + address));
        return send(request.header("Content-Type", type).method(method, HttpRequest.BodyPublishers.ofString(content)));
    }

    /** Sends something to any address as a tab would that holds that token; empty for none. */
    public HttpResponse<String> postWithToken(String address, String type, String content, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
        if (!token.isEmpty()) {
            request.header("X-XSRF-TOKEN", token);
        }
        return send(request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(content)));
    }

    /** What the program has put into the browser under that name. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> name.equals(cookie.getName()))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** Submits a task's form with plain values, each with the type Tasklist gives it. */
    public HttpResponse<String> submit(String taskId, Map<String, ?> form) {
        return post("/task/" + taskId + "/submit-form", Map.of("variables", variables(form)));
    }

    /** Form values as Tasklist sends them. */
    public static Map<String, Object> variables(Map<String, ?> form) {
        Map<String, Object> variables = new TreeMap<>();
        form.forEach((key, value) -> {
            String type = value instanceof Integer
                    ? "Integer"
                    : value instanceof Boolean
                            ? "Boolean"
                            : value instanceof Double ? "Double" : value instanceof SpinJsonNode ? "Json" : "String";
            variables.put(key, Map.of("value", "Json".equals(type) ? value.toString() : value, "type", type));
        });
        return variables;
    }

    /** The text of an answer as a tree. */
    public JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + address));
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
