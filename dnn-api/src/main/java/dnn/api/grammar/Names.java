package dnn.api.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Written names of records, components and enum constants: snake_case of the Java name unless an annotation says
 * otherwise.
 */
public final class Names {
    private Names() {}

    /** The written name of a record: {@code LeakyRelu} is {@code leaky_relu}. */
    public static String of(Class<?> type) {
        Named named = type.getAnnotation(Named.class);
        return named != null && !named.value().isEmpty() ? named.value() : snakeCase(type.getSimpleName());
    }

    /** The written name of an enum constant: {@code MIN_MAX} is {@code min_max}. */
    public static String of(Enum<?> constant) {
        try {
            Named named = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Named.class);
            return named != null && !named.value().isEmpty()
                    ? named.value()
                    : constant.name().toLowerCase(Locale.ROOT);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum constant is a public field of its class", e);
        }
    }

    /** Every name accepted for an enum constant: the written one, then its twins. */
    public static List<String> all(Enum<?> constant) {
        List<String> names = new ArrayList<>(List.of(of(constant)));
        try {
            Named named = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Named.class);
            if (named != null) {
                names.addAll(List.of(named.twins()));
            }
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("an enum constant is a public field of its class", e);
        }
        return names;
    }

    /** {@code learningRate} is {@code learning_rate}. */
    public static String snakeCase(String javaName) {
        return javaName.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
