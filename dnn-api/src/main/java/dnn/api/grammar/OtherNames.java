package dnn.api.grammar;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The record of a sealed interface that takes every discriminator that is no name of a sibling and matches this
 * pattern; the discriminator is one of its own components too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE})
public @interface OtherNames {
    /** Regular expression the whole discriminator must match. */
    String value();
}
