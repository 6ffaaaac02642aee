package dnn.config.schema;

import dnn.api.constraint.Finite;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The constraints on a value, as annotations say them: as keywords of JSON Schema and in words. */
final class Bounds {
    private final List<Annotation> constraints;

    private Bounds(List<Annotation> constraints) {
        this.constraints = constraints;
    }

    /** The constraints that stand on any of these. */
    static Bounds of(AnnotatedElement... places) {
        Set<Annotation> found = new LinkedHashSet<>();
        for (AnnotatedElement place : places) {
            Arrays.stream(place.getAnnotations())
                    .filter(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class))
                    .forEach(found::add);
        }
        return new Bounds(List.copyOf(found));
    }

    /** Both together. */
    Bounds and(Bounds others) {
        Set<Annotation> all = new LinkedHashSet<>(constraints);
        all.addAll(others.constraints);
        return new Bounds(List.copyOf(all));
    }

    /** The form of a text. */
    Optional<String> pattern() {
        return constraints.stream()
                .filter(Pattern.class::isInstance)
                .map(constraint -> ((Pattern) constraint).regexp())
                .findFirst();
    }

    /** Tells whether a value is not at the wrong side of 0. */
    boolean admit(Object value) {
        return !(value instanceof Number number)
                || number.doubleValue() > 0
                || constraints.stream().noneMatch(Positive.class::isInstance);
    }

    /** Puts them on a schema; what a schema cannot say, such as that a number is finite, is left to the checker. */
    void putOn(ObjectNode schema, boolean whole) {
        for (Annotation constraint : constraints) {
            if (constraint instanceof Positive) {
                schema.put(whole ? "minimum" : "exclusiveMinimum", whole ? 1 : 0);
            } else if (constraint instanceof PositiveOrZero) {
                schema.put("minimum", 0);
            } else if (constraint instanceof Min least) {
                schema.put("minimum", least.value());
            } else if (constraint instanceof Max most) {
                schema.put("maximum", most.value());
            } else if (constraint instanceof DecimalMin least) {
                schema.put(least.inclusive() ? "minimum" : "exclusiveMinimum", number(least.value()));
            } else if (constraint instanceof DecimalMax most) {
                schema.put(most.inclusive() ? "maximum" : "exclusiveMaximum", number(most.value()));
            } else if (constraint instanceof NotEmpty) {
                schema.put("minItems", 1);
            } else if (constraint instanceof Size size) {
                schema.put("minItems", size.min());
            } else if (!(constraint instanceof Finite || constraint instanceof Pattern)) {
                throw unknown(constraint);
            }
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    /** In words, nothing if there are none. */
    String inWords() {
        List<String> words = new ArrayList<>();
        for (Annotation constraint : constraints) {
            if (constraint instanceof Positive) {
                words.add("> 0");
            } else if (constraint instanceof PositiveOrZero) {
                words.add("≥ 0");
            } else if (constraint instanceof Min least) {
                words.add("≥ " + least.value());
            } else if (constraint instanceof Max most) {
                words.add("≤ " + most.value());
            } else if (constraint instanceof DecimalMin least) {
                words.add((least.inclusive() ? "≥ " : "> ") + least.value());
            } else if (constraint instanceof DecimalMax most) {
                words.add((most.inclusive() ? "≤ " : "< ") + most.value());
            } else if (constraint instanceof NotEmpty) {
                words.add("at least 1");
            } else if (constraint instanceof Size size) {
                words.add("at least " + size.min());
            } else if (constraint instanceof Pattern pattern) {
                words.add("`" + pattern.regexp() + "`");
            } else if (!(constraint instanceof Finite)) {
                throw unknown(constraint);
            }
        }
        return String.join(", ", words);
    }

    private static IllegalStateException unknown(Annotation constraint) {
        return new IllegalStateException("no words for " + constraint.annotationType());
    }
}
