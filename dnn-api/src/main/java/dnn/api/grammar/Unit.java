package dnn.api.grammar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The unit that the number of a {@link Bare} record is written with, {@code 30 s}, and other words for the unit. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface Unit {
    /** The unit as it is written. */
    String value();

    /** Other words that a reader accepts. */
    String[] others() default {};
}
