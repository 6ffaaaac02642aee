package dnn.config;

import dnn.api.Experiment;
import dnn.api.initializer.Numbers;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.ValueType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Experiments with random values of the right types, right or wrong, found by reflection so that a new record takes
 * part by being there.
 */
final class RandomExperiments {
    private static final List<String> TEXTS = List.of(
            "plain",
            "two words",
            "",
            "null",
            "~",
            "true",
            "yes",
            "010",
            "1e-3",
            "a: b",
            "# no",
            "- x",
            "{",
            "'",
            "\"",
            "\\",
            "grün",
            "中",
            "\t",
            "line\nbreak",
            "\u0007",
            "😀",
            " space ",
            "a.b",
            "[0]",
            "*a",
            "&b",
            "!c",
            "%",
            "@",
            "0x1F",
            "1:30",
            "y",
            "n",
            "=",
            "<<",
            ".nan",
            "-",
            "?",
            "\u2028",
            "\u00a0",
            "\uFEFF");

    private final Grammar grammar = new Grammar();
    private final Random random;

    RandomExperiments(long seed) {
        this.random = new Random(seed);
    }

    Experiment next() {
        return (Experiment) record(grammar.record(Experiment.class));
    }

    private Object record(RecordGrammar record) {
        List<Object> values = new ArrayList<>();
        for (Component component : record.components()) {
            boolean keepDefault =
                    record.defaultOf(component).isPresent() && !record.requires(component) && random.nextInt(3) == 0;
            if (component.filePath() && component.type() instanceof ValueType.Text) {
                values.add("data/" + random.nextInt(100) + ".csv");
            } else {
                values.add(
                        keepDefault
                                ? record.defaultOf(component).orElseThrow()
                                : value(component.accessor().getGenericReturnType()));
            }
        }
        return record.construct(values);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == Optional.class) {
                return random.nextBoolean() ? Optional.empty() : Optional.of(value(last));
            } else if (generic.getRawType() == List.class) {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(last));
                }
                return list;
            }
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                map.put(text(), value(last));
            }
            return map;
        }
        return plain((Class<?>) type);
    }

    private Object plain(Class<?> type) {
        if (type == int.class) {
            return random.nextInt(5) == 0 ? random.nextInt() : random.nextInt(100);
        } else if (type == long.class) {
            return random.nextLong();
        } else if (type == double.class || type == Double.class) {
            return number();
        } else if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == String.class) {
            return text();
        } else if (type == OptionalInt.class) {
            return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt());
        } else if (type == OptionalLong.class) {
            return random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
        } else if (type == OptionalDouble.class) {
            return random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(number());
        } else if (type == Numbers.class) {
            return numbers();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        } else if (type.isSealed()) {
            List<RecordGrammar> choices = grammar.union(type).records();
            return record(choices.get(random.nextInt(choices.size())));
        }
        return record(grammar.record(type));
    }

    private Numbers numbers() {
        boolean nested = random.nextBoolean();
        List<List<Double>> rows = new ArrayList<>();
        for (int i = nested ? 1 + random.nextInt(3) : 1; i > 0; i--) {
            List<Double> row = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                row.add(number());
            }
            rows.add(row);
        }
        return new Numbers(rows, nested);
    }

    private double number() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> -0.0;
            case 3 -> Double.MIN_VALUE;
            case 4 -> random.nextInt(1000);
            case 5 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextGaussian();
        };
    }

    private String text() {
        return random.nextInt(3) == 0 ? "t" + random.nextInt(1000) : TEXTS.get(random.nextInt(TEXTS.size()));
    }
}
