package io.dovetail.form;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text somebody types: of limited length and free of NHS numbers, because nothing that identifies a patient belongs here.
 * An absent text is valid unless {@link #required()}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Constraint(validatedBy = FreeText.FreeTextRule.class)
public @interface FreeText {

    /** The longest text accepted, in characters. */
    int max();

    /** The shortest text accepted where there is one, in characters. */
    int min() default 0;

    /** Whether the text must be given. */
    boolean required() default false;

    /** Whether it is one line, as a title is: no line break, and nothing that turns the direction of reading. */
    boolean oneLine() default false;

    String message() default "please check this text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks a text in this order: given, readable, not too short, not too long, no NHS number, one line where it is to be one. */
    class FreeTextRule implements ConstraintValidator<FreeText, String> {

        // Nobody sees the others. The last ones are blanks of other scripts that count as letters.
        private static final Pattern SEEN =
                Pattern.compile("[^\\p{C}\\p{Z}\\s\\p{M}\\u115F\\u1160\\u2800\\u3164\\uFFA0]");

        // All but a tab and the end of a line; half a pair of surrogates is no character either.
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}&&[^\\t\\r\\n]]");

        private static final Pattern LINE_BREAK = Pattern.compile("\\R");

        // They make a line read otherwise than it is written.
        private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

        private int max;
        private int min;
        private boolean required;
        private boolean oneLine;

        @Override
        public void initialize(FreeText rule) {
            max = rule.max();
            min = rule.min();
            required = rule.required();
            oneLine = rule.oneLine();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            String fault = fault(text, min, max, required);
            if (fault == null && oneLine && text != null) {
                fault = faultOfALine(text);
            }
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        /** What is wrong with a text, as half a sentence; null if nothing is. */
        public static @Nullable String fault(@Nullable String text, int min, int max, boolean required) {
            if (text == null || text.isBlank()) {
                return required ? "please fill this in" : null;
            }
            if (!SEEN.matcher(text).find()) {
                return required
                        ? "please fill this in"
                        : "please write something that can be read, or leave this empty";
            }
            if (CONTROL.matcher(text).find()) {
                return "this holds a character that nobody can see or print; please type it again rather than paste it";
            }
            if (text.strip().length() < min) {
                return "please write at least " + min + " characters";
            }
            if (text.length() > max) {
                return "please keep this to " + max + " characters; it has " + text.length();
            }
            if (NhsNumbers.in(text)) {
                return "this looks like an NHS number; please take it out, nothing that identifies a patient belongs here";
            }
            return null;
        }

        private static @Nullable String faultOfALine(String line) {
            if (LINE_BREAK.matcher(line.strip()).find()) {
                return "please keep this to one line";
            }
            if (DIRECTION.matcher(line).find()) {
                return "this holds a sign that turns the direction of reading; please type it again rather than paste it";
            }
            return null;
        }
    }
}
