package io.dovetail.calendar;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** How short and how long a time that is set may be, both included; such as {@code P30D} or, of hours and minutes, {@code PT5M}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {Between.OfPeriod.class, Between.OfDuration.class})
public @interface Between {

    String least();

    String most();

    String message() default "must lie between {least} and {most}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Days, months and years. */
    class OfPeriod implements ConstraintValidator<Between, Period> {

        /** Months and years are as long as they are from here. */
        private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);

        private LocalDate least = ANY_DAY;
        private LocalDate most = ANY_DAY;

        @Override
        public void initialize(Between between) {
            least = ANY_DAY.plus(Period.parse(between.least()));
            most = ANY_DAY.plus(Period.parse(between.most()));
        }

        @Override
        public boolean isValid(@Nullable Period value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            // No calendar reaches that far.
            if (Math.abs(value.toTotalMonths()) > 12_000 || Math.abs((long) value.getDays()) > 365_000) {
                return false;
            }
            LocalDate end = ANY_DAY.plus(value);
            return !end.isBefore(least) && !end.isAfter(most);
        }
    }

    /** Hours, minutes and seconds. */
    class OfDuration implements ConstraintValidator<Between, Duration> {

        private Duration least = Duration.ZERO;
        private Duration most = Duration.ZERO;

        @Override
        public void initialize(Between between) {
            least = Duration.parse(between.least());
            most = Duration.parse(between.most());
        }

        @Override
        public boolean isValid(@Nullable Duration value, ConstraintValidatorContext context) {
            return value == null || (value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
        }
    }
}
