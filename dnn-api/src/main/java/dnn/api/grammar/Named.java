package dnn.api.grammar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The written name of a record or enum constant where it is not its Java name in snake_case, and established twins that
 * mean the same.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD})
public @interface Named {
    /** The name written by a writer; empty: the Java name in snake_case. */
    String value() default "";

    /** Other names accepted by a reader. */
    String[] twins() default {};
}
