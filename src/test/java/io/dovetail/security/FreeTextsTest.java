package io.dovetail.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dovetail.form.Form;
import io.dovetail.form.FormRules;
import io.dovetail.form.FreeText;
import io.dovetail.form.WovenForms;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every field of every form that people type text into is guarded; no engine is needed to see it. */
class FreeTextsTest {

    static Stream<Arguments> everyText() throws IOException {
        List<Arguments> all = new ArrayList<>();
        for (Class<? extends Record> form : forms().values()) {
            for (RecordComponent field : form.getRecordComponents()) {
                if (isFreeText(field)) {
                    all.add(Arguments.of(form.getAnnotation(Form.class).value(), field.getName(), form));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("everyText")
    void noTextOfAnyFormTakesAnNhsNumber(String id, String field, Class<? extends Record> form) {
        assertThat(FormRules.faults(form, field, "The person with 943 476 5919 waited for six hours in the night."))
                .anyMatch(fault -> fault.contains("this looks like an NHS number"));
        assertThat(FormRules.faults(form, field, "x".repeat(100_000)))
                .anyMatch(fault -> fault.contains("please keep this to"));
    }

    @Test
    void everyFieldThatPeopleTypeTextIntoIsAFreeText() throws IOException {
        Map<String, Class<? extends Record>> forms = forms();
        List<String> unguarded = new ArrayList<>();
        int seen = 0;
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form")) {
            if (file.getURL().getPath().contains(WovenForms.PARTS_FOLDER)) {
                continue;
            }
            try (InputStream content = file.getInputStream()) {
                JsonNode form = new JsonMapper().readTree(content);
                Class<? extends Record> twin =
                        Objects.requireNonNull(forms.get(form.path("id").asText()), String.valueOf(file.getFilename()));

                for (JsonNode field : form.findParents("key")) {
                    if (Set.of("textfield", "textarea")
                                    .contains(field.path("type").asText())
                            && !field.path("readonly").asBoolean()) {
                        seen++;
                        String key = field.path("key").asText();
                        boolean guarded = Arrays.stream(twin.getRecordComponents())
                                .anyMatch(component -> component.getName().equals(key) && isFreeText(component));
                        if (!guarded) {
                            unguarded.add(form.path("id").asText() + "." + key);
                        }
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(30);
        assertThat(unguarded).isEmpty();
    }

    static boolean isFreeText(RecordComponent field) {
        return field.isAnnotationPresent(FreeText.class)
                || field.getAnnotatedType().isAnnotationPresent(FreeText.class);
    }

    static Map<String, Class<? extends Record>> forms() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Form.class));
        Map<String, Class<? extends Record>> forms = new TreeMap<>();
        scanner.findCandidateComponents("io.dovetail").forEach(found -> {
            Class<? extends Record> type = ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()), FreeTextsTest.class.getClassLoader())
                    .asSubclass(Record.class);
            forms.put(type.getAnnotation(Form.class).value(), type);
        });
        return forms;
    }
}
