package io.dovetail.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.form.Form;
import io.dovetail.form.SentWords;
import io.dovetail.form.WovenForms;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Every form with its twin record and the labels its fields carry, found once at start. */
@Component
class FormTwins implements SentWords {

    private static final String ROOMS = "io.dovetail";

    private final Map<String, Twin> twins = new HashMap<>();

    FormTwins() throws IOException {
        Map<String, Class<? extends Record>> records = records();
        JsonMapper json = new JsonMapper();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form")) {
            if (file.getURL().getPath().contains(WovenForms.PARTS_FOLDER)) {
                continue;
            }
            try (InputStream content = file.getInputStream()) {
                JsonNode form = json.readTree(content);
                String id = form.path("id").asText();
                Class<? extends Record> twin = records.get(id);
                if (twin == null) {
                    throw new IllegalStateException("The form " + file.getFilename() + " has no twin record @Form(\""
                            + id + "\"); add the record or remove the form.");
                }
                twins.put(
                        id,
                        new Twin(
                                id,
                                twin,
                                labels(form),
                                form.findPath("sent").asText(),
                                form.findPath("sentNothing").asText()));
            }
        }
    }

    /**
     * The twin of a form.
     *
     * @throws IllegalStateException if there is none
     */
    Twin of(String formId) {
        Twin twin = twins.get(formId);
        if (twin == null) {
            throw new IllegalStateException(
                    "There is no form " + formId + "; the models name one that was not packaged.");
        }
        return twin;
    }

    @Override
    public String after(String formId, boolean nothing) {
        Twin twin = twins.get(formId);
        if (twin == null) {
            return "Sent. Thank you.";
        }
        return nothing && !twin.sentNothing().isEmpty() ? twin.sentNothing() : twin.sent();
    }

    private static Map<String, Class<? extends Record>> records() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Form.class));
        Map<String, Class<? extends Record>> records = new HashMap<>();
        scanner.findCandidateComponents(ROOMS).forEach(found -> {
            Class<? extends Record> type = ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()), FormTwins.class.getClassLoader())
                    .asSubclass(Record.class);
            Class<?> before = records.put(type.getAnnotation(Form.class).value(), type);
            if (before != null) {
                throw new IllegalStateException(before + " and " + type + " are twins of one form; keep one.");
            }
        });
        return records;
    }

    private static Map<String, String> labels(JsonNode form) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (JsonNode component : form.findParents("key")) {
            String label = component.path("label").asText();
            labels.put(component.path("key").asText(), label.isBlank() ? "This field" : label);
        }
        return labels;
    }

    /**
     * A form and its record.
     *
     * @param formId the form's id
     * @param type the record
     * @param labels what people call each field
     * @param sent what whoever has sent it is told
     * @param sentNothing what they are told where they chose to do nothing after all; empty where that is no choice
     */
    record Twin(
            String formId, Class<? extends Record> type, Map<String, String> labels, String sent, String sentNothing) {

        List<String> fields() {
            return Arrays.stream(type.getRecordComponents())
                    .map(c -> c.getName())
                    .toList();
        }

        boolean isList(String field) {
            return Arrays.stream(type.getRecordComponents())
                    .anyMatch(c -> c.getName().equals(field) && Collection.class.isAssignableFrom(c.getType()));
        }

        String label(String field) {
            return labels.getOrDefault(field, "This field");
        }
    }
}
