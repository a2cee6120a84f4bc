package io.dovetail.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dovetail.form.Form;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Each form and its record ask for the same: fields, kinds, lengths, what must be there, and the choices. */
class FormTwinsTest {

    @Test
    void formsAndRecordsAreTwins() {
        List<Class<?>> records =
                recordsOf("io.dovetail").stream().filter(Beans::isOfTheProgram).toList();
        assertThat(faults(Models.ofProject(), records)).isEmpty();
    }

    @Test
    void aDifferenceIsSeen() {
        assertThat(faults(Models.faulty(), List.of(StartIt.class, Unguided.class, Formless.class)))
                .containsExactlyInAnyOrder(
                        "No form nowhere.form, whose twin Formless says it is.",
                        "startIt.form and StartIt: title may have 100 characters in the form and 90 in the record.",
                        "startIt.form and StartIt: title must have 0 characters in the form and 3 in the record.",
                        "startIt.form and StartIt: times is at most 99 in the record: say so in the form.",
                        "startIt.form and StartIt: title must be filled in the form and may be left out of the record.",
                        "unguided.form and Unguided: Amount of it is asked in the form and no component of the record.",
                        "unguided.form and Unguided: other is a component of the record and asked nowhere in the form.",
                        "unguided.form and Unguided: choice offers [join, join with conditions] in the form"
                                + " and [join, joinWithConditions] in the record.",
                        "unguided.form and Unguided: agreed is a checkbox in the form and LocalDate in the record.",
                        "unguided.form and Unguided: reason may be left out in the form and must be there in the record.",
                        "unguided.form and Unguided: reason may have 200 characters in the form and any number in the record.");
        assertThat(faults(Models.faulty(), List.of(Unguided.class, Formless.class)))
                .contains("startIt.form has fields, and no record is its twin: annotate one with @Form(\"startIt\").");
    }

    /** A slip in a year is refused where it is made; a title is one line. */
    @Test
    void daysHaveTwoBoundsAndSingleLinesAreSingle() {
        Map<String, Class<?>> twins = new TreeMap<>();
        recordsOf("io.dovetail")
                .forEach(type -> twins.put(type.getAnnotation(Form.class).value(), type));
        List<String> faults = new ArrayList<>();
        for (Models.FormFile form : Models.ofProject().forms()) {
            Class<?> twin = Objects.requireNonNull(twins.get(form.id()), form.id());
            Fields.editable(form.content()).forEach((key, field) -> {
                for (RecordComponent component : twin.getRecordComponents()) {
                    if (!component.getName().equals(key)) {
                        continue;
                    }
                    List<Annotation> rules = annotations(component, twin);
                    if (component.getType() == LocalDate.class
                            && !(isBound(rules, "yearsBack", "Future", "FutureOrPresent")
                                    && isBound(rules, "yearsAhead", "Past", "PastOrPresent"))) {
                        faults.add(form.id() + "." + key + " is a day without two bounds: give it @DayWithin.");
                    }
                    boolean oneLine = rules.stream()
                            .anyMatch(rule -> isFreeText(rule) && Boolean.TRUE.equals(valueOf(rule, "oneLine")));
                    if (Fields.takesText(field.component()) && oneLine != "textfield".equals(field.type())) {
                        faults.add(form.id() + "." + key + " is a " + field.type() + "; its record says oneLine = "
                                + oneLine + ".");
                    }
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    private static boolean isBound(List<Annotation> rules, String years, String... beside) {
        return rules.stream()
                .anyMatch(rule -> valueOf(rule, years) instanceof Integer bound && bound >= 0
                        || List.of(beside).contains(rule.annotationType().getSimpleName()));
    }

    private static List<String> faults(Models models, List<Class<?>> records) {
        List<String> faults = new ArrayList<>();
        Map<String, Class<?>> recordsByForm = new TreeMap<>();
        for (Class<?> type : records) {
            Form form = type.getAnnotation(Form.class);
            if (form == null || !type.isRecord()) {
                faults.add(type.getName() + " is the twin of a form and no record.");
            } else if (recordsByForm.put(form.value(), type) != null) {
                faults.add("Several records are the twin of " + form.value() + ".form.");
            }
        }
        for (Models.FormFile form : models.forms()) {
            String id = Models.nameOf(form.file());
            Map<String, Fields.Field> fields = Fields.editable(form.content());
            Class<?> twin = recordsByForm.remove(id);
            if (twin != null) {
                faults.addAll(differences(id, fields, twin));
            } else if (!fields.isEmpty()) {
                faults.add(
                        id + ".form has fields, and no record is its twin: annotate one with @Form(\"" + id + "\").");
            }
        }
        recordsByForm.forEach((form, type) ->
                faults.add("No form " + form + ".form, whose twin " + type.getSimpleName() + " says it is."));
        return faults;
    }

    private static List<String> differences(String form, Map<String, Fields.Field> fields, Class<?> twin) {
        String both = form + ".form and " + twin.getSimpleName() + ": ";
        List<String> faults = new ArrayList<>();
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent component : twin.getRecordComponents()) {
            components.put(component.getName(), component);
            if (!fields.containsKey(component.getName())) {
                faults.add(both + component.getName() + " is a component of the record and asked nowhere in the form.");
            }
        }
        fields.forEach((key, field) -> {
            RecordComponent component = components.get(key);
            if (component == null) {
                faults.add(both + key + " is asked in the form and no component of the record.");
            } else {
                differences(field, component, twin).forEach(fault -> faults.add(both + key + " " + fault));
            }
        });
        return faults;
    }

    private static List<String> differences(Fields.Field field, RecordComponent component, Class<?> twin) {
        List<String> faults = new ArrayList<>();
        if (!fits(field, component)) {
            faults.add("is a " + field.type() + " in the form and "
                    + component.getType().getSimpleName() + " in the record.");
        }
        if (Fields.takesText(field.component()) && component.getType() == String.class) {
            OptionalInt inForm = Fields.maxLength(field.component());
            OptionalInt inRecord = maxLength(component, twin);
            int leastInForm =
                    field.component().path("validate").path("minLength").asInt(0);
            int leastInRecord = minLength(component, twin);
            if (leastInForm != leastInRecord) {
                faults.add("must have " + leastInForm + " characters in the form and " + leastInRecord
                        + " in the record.");
            }
            if (!inForm.equals(inRecord)) {
                faults.add("may have " + number(inForm) + " characters in the form and " + number(inRecord)
                        + " in the record.");
            }
        }
        if ("number".equals(field.type())) {
            JsonNode validate = field.component().path("validate");
            bound(component, twin, Min.class)
                    .filter(least -> least != validate.path("min").asLong(Long.MIN_VALUE))
                    .ifPresent(least -> faults.add("is at least " + least + " in the record: say so in the form."));
            bound(component, twin, Max.class)
                    .filter(most -> most != validate.path("max").asLong(Long.MAX_VALUE))
                    .ifPresent(most -> faults.add("is at most " + most + " in the record: say so in the form."));
        }
        // A checkbox that is not ticked is an answer too; one that the form demands must be ticked.
        if (!"checkbox".equals(field.type())) {
            boolean inForm = Fields.isRequired(field.component());
            boolean inRecord = isRequired(component, twin);
            if (inForm && !inRecord && !field.mayBeHidden()) {
                faults.add("must be filled in the form and may be left out of the record.");
            } else if (inRecord && (!inForm || field.mayBeHidden())) {
                faults.add((inForm ? "may be hidden" : "may be left out")
                        + " in the form and must be there in the record.");
            }
        }
        constantsOf(component).ifPresent(constants -> {
            Set<String> offered = new TreeSet<>();
            for (JsonNode value : field.component().path("values")) {
                offered.add(value.path("value").asText());
            }
            if (!offered.isEmpty() && !offered.equals(constants)) {
                faults.add("offers " + offered + " in the form and " + constants + " in the record.");
            }
        });
        return faults;
    }

    private static String number(OptionalInt length) {
        return length.isPresent() ? String.valueOf(length.getAsInt()) : "any number";
    }

    private static boolean fits(Fields.Field field, RecordComponent component) {
        Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(component.getType());
        return switch (field.type()) {
            case "checkbox" -> type == Boolean.class;
            case "number" -> Number.class.isAssignableFrom(type);
            case "checklist", "taglist" -> Collection.class.isAssignableFrom(type);
            case "datetime" -> type != Boolean.class && (!isDate(field) || type == LocalDate.class);
            case "textfield", "textarea" -> !type.isEnum() && type != Boolean.class && type != LocalDate.class;
            default -> type != LocalDate.class;
        };
    }

    private static boolean isDate(Fields.Field field) {
        return "date".equals(field.component().path("subtype").asText("date"));
    }

    private static Optional<Set<String>> constantsOf(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType list && list.getActualTypeArguments().length == 1) {
            type = list.getActualTypeArguments()[0];
        }
        return type instanceof Class<?> named && named.isEnum()
                ? Optional.of(Arrays.stream(named.getEnumConstants())
                        .map(constant -> lowerCamelCase(((Enum<?>) constant).name()))
                        .collect(Collectors.toCollection(TreeSet::new)))
                : Optional.empty();
    }

    static String lowerCamelCase(String constant) {
        String[] words = constant.toLowerCase(java.util.Locale.ROOT).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static OptionalInt maxLength(RecordComponent component, Class<?> twin) {
        for (Annotation each : annotations(component, twin)) {
            if (each instanceof Size size && size.max() < Integer.MAX_VALUE) {
                return OptionalInt.of(size.max());
            }
            if (isFreeText(each) && valueOf(each, "max") instanceof Integer max) {
                return OptionalInt.of(max);
            }
        }
        return OptionalInt.empty();
    }

    private static int minLength(RecordComponent component, Class<?> twin) {
        for (Annotation each : annotations(component, twin)) {
            if (each instanceof Size size) {
                return size.min();
            }
            if (isFreeText(each) && valueOf(each, "min") instanceof Integer min) {
                return min;
            }
        }
        return 0;
    }

    private static Optional<Long> bound(RecordComponent component, Class<?> twin, Class<? extends Annotation> type) {
        return annotations(component, twin).stream()
                .filter(type::isInstance)
                .flatMap(each -> valueOf(each, "value") instanceof Long value ? Stream.of(value) : Stream.of())
                .findFirst();
    }

    private static boolean isRequired(RecordComponent component, Class<?> twin) {
        if (component.getType().isPrimitive()) {
            return true;
        }
        return annotations(component, twin).stream()
                .anyMatch(each -> each instanceof NotNull
                        || each instanceof NotBlank
                        || each instanceof NotEmpty
                        || (isFreeText(each) && Boolean.TRUE.equals(valueOf(each, "required"))));
    }

    /** The house's own constraint, by name: the models' tests hold whatever it says about length and need. */
    private static boolean isFreeText(Annotation annotation) {
        return "FreeText".equals(annotation.annotationType().getSimpleName());
    }

    private static @Nullable Object valueOf(Annotation annotation, String attribute) {
        try {
            return annotation.annotationType().getMethod(attribute).invoke(annotation);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A constraint is put where its targets allow: on the component, its field, its accessor or its parameter. */
    private static List<Annotation> annotations(RecordComponent component, Class<?> twin) {
        try {
            Constructor<?> canonical = twin.getDeclaredConstructor(Arrays.stream(twin.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            int index = Arrays.stream(twin.getRecordComponents())
                    .map(RecordComponent::getName)
                    .toList()
                    .indexOf(component.getName());
            return Stream.<AnnotatedElement>of(
                            component,
                            component.getAccessor(),
                            twin.getDeclaredField(component.getName()),
                            canonical.getParameters()[index])
                    .flatMap(element -> Arrays.stream(element.getAnnotations()))
                    .distinct()
                    .toList();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<?>> recordsOf(String basePackage) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scan.addIncludeFilter(new AnnotationTypeFilter(Form.class));
        List<Class<?>> found = new ArrayList<>();
        scan.findCandidateComponents(basePackage)
                .forEach(each -> found.add(ClassUtils.resolveClassName(
                        String.valueOf(each.getBeanClassName()), FormTwinsTest.class.getClassLoader())));
        return found;
    }

    @Form("startIt")
    record StartIt(
            @Size(min = 3, max = 90) @Nullable String title,
            @Min(0) @Max(99) Integer times) {}

    @Form("unguided")
    record Unguided(
            @NotBlank String reason,
            Choice choice,
            LocalDate agreed,
            @Nullable String other) {}

    @Form("nowhere")
    record Formless() {}

    enum Choice {
        JOIN,
        JOIN_WITH_CONDITIONS
    }
}
