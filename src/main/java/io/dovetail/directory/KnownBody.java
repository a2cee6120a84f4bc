package io.dovetail.directory;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A text, or each text of a list, is the id of a body in the directory. Nothing, an empty text and an empty list pass:
 * whether they may be left out is another constraint's affair.
 */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownBody.KnownBodyValidator.class)
public @interface KnownBody {

    /** What a partner reads when the value was not one that the form offered. */
    String message() default "Choose an organisation from the list.";

    /** Bean Validation's groups; unused here. */
    Class<?>[] groups() default {};

    /** Bean Validation's payload; unused here. */
    Class<? extends Payload>[] payload() default {};

    /** Asks the directory, which Spring hands in. */
    final class KnownBodyValidator implements ConstraintValidator<KnownBody, Object> {

        private final Directory directory;

        /** Checks against that directory. */
        public KnownBodyValidator(Directory directory) {
            this.directory = directory;
        }

        @Override
        public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
            return value instanceof Collection<?> ids ? ids.stream().allMatch(this::known) : known(value);
        }

        private boolean known(@Nullable Object id) {
            return id == null || "".equals(id) || (id instanceof String text && directory.hasBody(text));
        }
    }
}
