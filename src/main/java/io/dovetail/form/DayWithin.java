package io.dovetail.form;

import io.dovetail.calendar.WorkingDays;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day somebody gives, within bounds that fit what is asked: counted in years from today in London, so that a slip in the year
 * is noticed before anything is calculated from it. An absent day is valid.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Constraint(validatedBy = DayWithin.DayRule.class)
public @interface DayWithin {

    /** Takes the place of a bound that a rule beside this one sets: {@code @Future}, {@code @PastOrPresent} and their like. */
    int SET_BESIDE = -1;

    /** How many years before today the day may be. */
    int yearsBack() default SET_BESIDE;

    /** How many years after today the day may be. */
    int yearsAhead() default SET_BESIDE;

    String message() default "please check this day";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks a day against both bounds, and names the bound it passes. */
    class DayRule implements ConstraintValidator<DayWithin, LocalDate> {

        private int yearsBack;
        private int yearsAhead;

        @Override
        public void initialize(DayWithin rule) {
            yearsBack = rule.yearsBack();
            yearsAhead = rule.yearsAhead();
        }

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            if (day == null) {
                return true;
            }
            LocalDate today =
                    LocalDate.ofInstant(context.getClockProvider().getClock().instant(), WorkingDays.ZONE);
            String fault = null;
            if (yearsBack != SET_BESIDE && day.isBefore(today.minusYears(yearsBack))) {
                fault = "please check the year, this day can be " + Shown.day(today.minusYears(yearsBack))
                        + " at the earliest";
            } else if (yearsAhead != SET_BESIDE && day.isAfter(today.plusYears(yearsAhead))) {
                fault = "please check the year, this day can be " + Shown.day(today.plusYears(yearsAhead))
                        + " at the latest";
            }
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }
    }
}
