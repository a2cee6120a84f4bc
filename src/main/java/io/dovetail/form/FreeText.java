package io.dovetail.form;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text somebody types: of limited length and free of NHS numbers, because nothing that identifies a patient belongs here.
 * An absent text is valid unless {@link #required()}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Constraint(validatedBy = FreeText.Rule.class)
public @interface FreeText {

    /** The longest text accepted, in characters. */
    int max();

    /** The shortest text accepted where there is one, in characters. */
    int min() default 0;

    /** Whether the text must be given. */
    boolean required() default false;

    String message() default "please check this text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks a text in this order: given, not too short, not too long, no NHS number. */
    class Rule implements ConstraintValidator<FreeText, String> {

        // Ten digits of any script as people write and paste them: together, or parted by spaces, full stops or dashes.
        private static final Pattern TEN_DIGITS =
                Pattern.compile("(?<!\\p{Nd})\\p{Nd}(?:[\\h.\\p{Pd}]{0,2}\\p{Nd}){9}(?!\\p{Nd})");

        // Characters that nobody sees but that stand between digits all the same.
        private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

        private int max;
        private int min;
        private boolean required;

        @Override
        public void initialize(FreeText rule) {
            max = rule.max();
            min = rule.min();
            required = rule.required();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            String fault = fault(text, min, max, required);
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
            if (text.strip().length() < min) {
                return "please write at least " + min + " characters";
            }
            if (text.length() > max) {
                return "please keep this to " + max + " characters; it has " + text.length();
            }
            if (holdsNhsNumber(text)) {
                return "this looks like an NHS number; please take it out, nothing that identifies a patient belongs here";
            }
            return null;
        }

        /** Whether the text holds ten digits whose last is their check digit by modulus 11, as in every NHS number. */
        static boolean holdsNhsNumber(String text) {
            Matcher candidates = TEN_DIGITS.matcher(UNSEEN.matcher(text).replaceAll(""));
            while (candidates.find()) {
                if (hasNhsCheckDigit(digits(candidates.group()))) {
                    return true;
                }
            }
            return false;
        }

        private static int[] digits(String text) {
            return text.codePoints()
                    .filter(Character::isDigit)
                    .map(digit -> Character.digit(digit, 10))
                    .toArray();
        }

        private static boolean hasNhsCheckDigit(int[] digits) {
            int sum = 0;
            for (int i = 0; i < 9; i++) {
                sum += digits[i] * (10 - i);
            }
            int check = 11 - sum % 11;
            return check != 10 && check % 11 == digits[9];
        }
    }
}
