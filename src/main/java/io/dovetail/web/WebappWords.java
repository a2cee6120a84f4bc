package io.dovetail.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The words of Tasklist, Cockpit and Admin, with some of our own in their place ({@code words/webapps.json}): the notice at the
 * top says what partners need to know. All others stay those of the installed version.
 */
@RestController
class WebappWords {

    /** Wherever the engine's web interface is packaged; its words are there once. */
    private static final String FOLDER = "classpath*:META-INF/resources/webjars/*/app/";

    /** The rule for passwords that the engine does not have. */
    private static final String OURS = "PASSWORD_POLICY_DOVETAIL";

    private final JsonMapper json = new JsonMapper();
    private final Map<String, byte[]> words = new ConcurrentHashMap<>();

    @GetMapping(
            value = "/camunda/app/{app:tasklist|cockpit|admin|welcome}/locales/en.json",
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] english(@PathVariable String app) {
        return words.computeIfAbsent(app, this::withOurs);
    }

    private byte[] withOurs(String app) {
        try {
            ObjectNode all = (ObjectNode) read(engines(FOLDER + app + "/locales/en.json"));
            ObjectNode labels = (ObjectNode) all.get("labels");
            read(new ClassPathResource("words/webapps.json")).fields().forEachRemaining(word -> {
                if (labels.has(word.getKey()) || word.getKey().startsWith(OURS)) {
                    labels.set(word.getKey(), word.getValue());
                }
            });
            return json.writeValueAsBytes(all);
        } catch (IOException e) {
            throw new ResponseStatusException(HttpStatus.INTERNAL_SERVER_ERROR, "The words could not be read.", e);
        }
    }

    private static Resource engines(String pattern) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
        if (found.length != 1) {
            throw new FileNotFoundException(found.length + " files are " + pattern);
        }
        return found[0];
    }

    private JsonNode read(Resource file) throws IOException {
        try (InputStream content = file.getInputStream()) {
            // The file begins with a byte order mark.
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return json.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }
}
