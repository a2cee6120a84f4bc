package io.dovetail.form;

import io.dovetail.calendar.MovableClock;
import io.dovetail.directory.Directory;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.springframework.core.io.ClassPathResource;

/** Checks a form's record as the engine room does, on 24 November 2026 and with the sample directory. */
public final class FormRules {

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .clockProvider(() -> MovableClock.atLondon("2026-11-24T10:00"))
            .constraintValidatorFactory(
                    new WithDirectory(Directory.load(new ClassPathResource("directory/sample-partnership.yaml"))))
            .buildValidatorFactory()
            .getValidator();

    private FormRules() {}

    /** What is wrong with a form as it was filled in, each as a field's name and the sentence, or the sentence alone. */
    public static List<String> faults(Record form) {
        return VALIDATOR.validate(form).stream()
                .map(fault -> label(form, fault))
                .sorted()
                .toList();
    }

    /** What is wrong with one field of a form if that is in it, each as a sentence. */
    public static List<String> faults(Class<? extends Record> form, String field, Object value) {
        return VALIDATOR.validateValue(form, field, value).stream()
                .map(ConstraintViolation::getMessage)
                .sorted()
                .toList();
    }

    private static String label(Record form, ConstraintViolation<?> fault) {
        String field = fault.getPropertyPath().toString();
        for (var component : form.getClass().getRecordComponents()) {
            if (component.getName().equals(field)) {
                return field + ": " + fault.getMessage();
            }
        }
        return fault.getMessage();
    }

    /** Hands the directory to the rules that ask it. */
    private record WithDirectory(Directory directory) implements ConstraintValidatorFactory {

        @Override
        public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
            try {
                for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1) {
                        return type.cast(constructor.newInstance(directory));
                    }
                }
                Constructor<T> plain = type.getDeclaredConstructor();
                plain.setAccessible(true);
                return plain.newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void releaseInstance(ConstraintValidator<?, ?> instance) {}
    }
}
