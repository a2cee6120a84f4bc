package io.dovetail.directory;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.springframework.beans.BeanUtils;

/** Bean Validation for tests without Spring: the constraints that ask the directory get the one given here. */
public final class DirectoryValidation {

    private DirectoryValidation() {}

    /** A validator whose {@link KnownBody} and {@link KnownArea} ask that directory. */
    public static Validator of(Directory directory) {
        return Validation.byDefaultProvider()
                .configure()
                .constraintValidatorFactory(new ConstraintValidatorFactory() {
                    @Override
                    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
                        if (type == KnownBody.KnownBodyValidator.class) {
                            return type.cast(new KnownBody.KnownBodyValidator(directory));
                        }
                        if (type == KnownArea.KnownAreaValidator.class) {
                            return type.cast(new KnownArea.KnownAreaValidator(directory));
                        }
                        return BeanUtils.instantiateClass(type);
                    }

                    @Override
                    public void releaseInstance(ConstraintValidator<?, ?> validator) {
                        // Nothing to release.
                    }
                })
                .buildValidatorFactory()
                .getValidator();
    }
}
