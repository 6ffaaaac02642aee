package dnn.api.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Decides {@link Finite}. */
public final class FiniteValidator implements ConstraintValidator<Finite, Double> {
    /** A validator, as the constraint's framework makes it. */
    public FiniteValidator() {}

    @Override
    public boolean isValid(@Nullable Double value, ConstraintValidatorContext context) {
        return value == null || Double.isFinite(value);
    }
}
