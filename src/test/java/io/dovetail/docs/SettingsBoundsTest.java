package io.dovetail.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.dovetail.calendar.Between;
import io.dovetail.keeping.KeepSettings;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.validation.annotation.Validated;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Every number and every time that can be set has a least and a most, and the start stops where it is beyond. */
class SettingsBoundsTest {

    /** Looked at where they are read, with a sentence of their own: the record says so. */
    private static final Set<String> IN_THEIR_OWN_WORDS = Set.of("ClockSettings.day");

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void everyNumberAndEveryTimeHasTwoBounds() {
        List<String> unbounded = new ArrayList<>();
        int seen = 0;
        for (Class<?> settings : SettingsPageTest.settings()) {
            for (RecordComponent component : settings.getRecordComponents()) {
                Class<?> type = component.getType();
                boolean time = type == Duration.class || type == Period.class;
                boolean number =
                        type == int.class || type == long.class || type == Integer.class || type == double.class;
                if (!time && !number) {
                    continue;
                }
                seen++;
                Set<Class<? extends Annotation>> rules = Set.copyOf(Arrays.stream(
                                component.getAccessor().getAnnotatedReturnType().getAnnotations())
                        .map(Annotation::annotationType)
                        .toList());
                Set<Class<? extends Annotation>> ofField = Set.copyOf(Arrays.stream(field(settings, component))
                        .map(Annotation::annotationType)
                        .toList());
                boolean bounded = time
                        ? rules.contains(Between.class) || ofField.contains(Between.class)
                        : ofField.containsAll(Set.of(Min.class, Max.class))
                                || rules.containsAll(Set.of(Min.class, Max.class));
                boolean looked = settings.isAnnotationPresent(Validated.class);
                String name = settings.getSimpleName() + "." + component.getName();
                if (!(bounded && looked) && !IN_THEIR_OWN_WORDS.contains(name)) {
                    unbounded.add(name);
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
        assertThat(unbounded).isEmpty();
    }

    @Test
    void whatIsBeyondABoundStopsTheStartAndIsNamed() {
        for (Map.Entry<String, List<String>> beyond : Map.of(
                        "reviews", List.of("P2Y", "P101Y", "-P20Y", "P0D", "P2147483647Y"),
                        "mails", List.of("P1D", "P21Y", "-P1Y"),
                        "history", List.of("P29D", "P11Y"))
                .entrySet()) {
            for (String value : beyond.getValue()) {
                assertThat(refused(KeepSettings.class, beyond.getKey(), value))
                        .as(beyond.getKey() + " " + value)
                        .contains("must lie between");
            }
        }
        assertThat(refused(KeepSettings.class, "reviews", "P5Y"))
                .contains("must not be longer than dovetail.keep.reviews");
        assertThat(refused(KeepSettings.class, "reviews", "P30Y")).isEmpty();
    }

    private String refused(Class<?> settings, String name, String value) {
        String prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(prefix + "." + name, value)));
        try {
            binder.bindOrCreate(
                    prefix, Bindable.of(settings), new ValidationBindHandler(new SpringValidatorAdapter(validator)));
            return "";
        } catch (BindException fault) {
            return String.valueOf(fault.getCause());
        }
    }

    private static Annotation[] field(Class<?> settings, RecordComponent component) {
        try {
            return settings.getDeclaredField(component.getName()).getAnnotations();
        } catch (NoSuchFieldException never) {
            throw new AssertionError(never);
        }
    }
}
