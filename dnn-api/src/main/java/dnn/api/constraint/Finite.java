package dnn.api.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A number that is neither infinite nor NaN. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE_USE})
@Constraint(validatedBy = FiniteValidator.class)
public @interface Finite {
    String message() default "arithmetic with an infinite or undefined number gives no usable result";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
