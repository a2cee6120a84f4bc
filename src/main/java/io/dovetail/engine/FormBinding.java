package io.dovetail.engine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dovetail.engine.FormTwins.Twin;
import io.dovetail.form.Refused;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes of what a browser sent the record that the form fills, or refuses it with one sentence. Fields that the form does not
 * declare are dropped here, so nobody can set what they were not asked.
 */
@Component
class FormBinding {

    private final FormTwins twins;
    private final Validator validator;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_VALUES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    FormBinding(FormTwins twins, Validator validator) {
        this.twins = twins;
        this.validator = validator;
    }

    /** A list as it comes, not yet read. */
    record Json(String text) {}

    /**
     * The record that was submitted.
     *
     * @param sent what was sent for a field: a text, a number, a tick or {@link Json}; null for nothing
     * @throws Refused if a value is missing, of the wrong kind, or breaks a rule of the form
     */
    Record bind(String formId, Function<String, @Nullable Object> sent) {
        Twin twin = twins.of(formId);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : twin.fields()) {
            Object value = plain(twin, field, sent.apply(field));
            if (value instanceof Collection<?> list
                    && (!twin.isList(field) || list.stream().anyMatch(Objects::isNull))) {
                throw unreadable(twin, field);
            }
            if (value != null) {
                values.put(field, value);
            }
        }
        Record bound = convert(twin, values);
        List<ConstraintViolation<Record>> faults = validator.validate(bound).stream()
                .sorted(Comparator.comparingInt(v -> twin.fields().indexOf(field(v.getPropertyPath()))))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(sentence(twin, faults.get(0)));
        }
        return bound;
    }

    /** Whether a value is an answer to this form that went through {@link #bind}. */
    boolean isBound(String formId, @Nullable Object value) {
        return twins.of(formId).type().isInstance(value);
    }

    private Record convert(Twin twin, Map<String, Object> values) {
        try {
            return json.convertValue(values, twin.type());
        } catch (IllegalArgumentException e) {
            String field = e.getCause() instanceof JsonMappingException fault
                            && !fault.getPath().isEmpty()
                    ? String.valueOf(fault.getPath().get(0).getFieldName())
                    : "";
            throw unreadable(twin, field);
        }
    }

    /** An empty text means that nothing was filled in. No form sends anything but texts, numbers, ticks and lists. */
    private @Nullable Object plain(Twin twin, String field, @Nullable Object sent) {
        if (sent == null || sent instanceof Number || sent instanceof Boolean || sent instanceof List<?>) {
            return sent;
        }
        if (sent instanceof Json list) {
            try {
                return json.readValue(list.text(), Object.class);
            } catch (JsonProcessingException e) {
                throw unreadable(twin, field);
            }
        }
        if (sent instanceof String text) {
            return text.isBlank() ? null : text.strip();
        }
        throw unreadable(twin, field);
    }

    private static Refused unreadable(Twin twin, String field) {
        return new Refused("“" + twin.label(field) + "”: please check this; it is not in a form that can be read.");
    }

    private static String field(Path path) {
        return path.iterator().hasNext() ? String.valueOf(path.iterator().next().getName()) : "";
    }

    /** A field's fault reads “Label”: what to do. A fault of the whole form is a sentence by itself. */
    private static String sentence(Twin twin, ConstraintViolation<?> fault) {
        String field = field(fault.getPropertyPath());
        String message = fault.getMessage();
        String end = message.endsWith(".") ? "" : ".";
        if (!twin.fields().contains(field)) {
            return message + end;
        }
        return "“" + twin.label(field) + "”: " + message + end;
    }
}
