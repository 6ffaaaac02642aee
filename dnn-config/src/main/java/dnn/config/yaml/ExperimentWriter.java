package dnn.config.yaml;

import dnn.api.Experiment;
import dnn.api.grammar.Names;
import dnn.api.initializer.Numbers;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
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

/** Writes experiments as YAML that reads back as the same experiment. */
public final class ExperimentWriter {
    private final Grammar grammar = new Grammar();
    private final boolean complete;

    private ExperimentWriter(boolean complete) {
        this.complete = complete;
    }

    /** The experiment in short: what differs from defaults. */
    public static String write(Experiment experiment) {
        return new ExperimentWriter(false).text(experiment);
    }

    /** The experiment with every component written out, so that it stays the same when defaults change. */
    public static String writeResolved(Experiment experiment) {
        return new ExperimentWriter(true).text(experiment);
    }

    /** One value in short, in one line, as a component of this type is written. */
    public static String writeValue(Type type, Object value) {
        return YamlText.line(new ExperimentWriter(false).tree(type, value));
    }

    private String text(Experiment experiment) {
        return YamlText.of(mapping(grammar.record(Experiment.class), experiment));
    }

    /** Keys and values of a record: nested maps, lists and literals. */
    private Map<String, Object> mapping(RecordGrammar record, Object value) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (Component component : record.components()) {
            Object part = component.valueIn(value);
            if (component.inlined()) {
                inline(mapping, grammar.union((Class<?>) component.type()), part);
            } else if (isWritten(record, component, part)) {
                mapping.put(component.key(), tree(component.type(), part));
            }
        }
        return mapping;
    }

    private void inline(Map<String, Object> mapping, UnionGrammar union, Object part) {
        RecordGrammar chosen = grammar.record(part.getClass());
        if (chosen.otherNames().isEmpty()) {
            mapping.put(union.discriminator(), YamlText.literal(chosen.name()));
        }
        mapping.putAll(mapping(chosen, part));
    }

    private boolean isWritten(RecordGrammar record, Component component, Object part) {
        boolean absent = part.equals(Optional.empty())
                || part.equals(OptionalInt.empty())
                || part.equals(OptionalLong.empty())
                || part.equals(OptionalDouble.empty());
        boolean isDefault = record.defaultOf(component).filter(part::equals).isPresent();
        if (absent) {
            return !isDefault && !record.requires(component);
        }
        return complete || record.requires(component) || !isDefault;
    }

    private Object tree(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (value instanceof Optional<?> optional) {
                return optional.isPresent() ? tree(last, optional.get()) : YamlText.literal("null");
            } else if (value instanceof List<?> list) {
                List<Object> items = new ArrayList<>();
                list.forEach(item -> items.add(tree(last, item)));
                return items;
            }
            Map<String, Object> entries = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, entry) -> entries.put((String) key, tree(last, entry)));
            return entries;
        }
        return plainTree((Class<?>) type, value);
    }

    private Object plainTree(Class<?> type, Object value) {
        if (value instanceof Numbers numbers) {
            List<Object> rows = new ArrayList<>();
            for (List<Double> row : numbers.rows()) {
                rows.add(new ArrayList<Object>(row.stream()
                        .map(number -> YamlText.literal(YamlText.number(number)))
                        .toList()));
            }
            return numbers.nested() ? rows : rows.get(0);
        } else if (value instanceof OptionalInt number) {
            return YamlText.literal(String.valueOf(number.getAsInt()));
        } else if (value instanceof OptionalLong number) {
            return YamlText.literal(String.valueOf(number.getAsLong()));
        } else if (value instanceof OptionalDouble number) {
            return YamlText.literal(YamlText.number(number.getAsDouble()));
        } else if (value instanceof Double number) {
            return YamlText.literal(YamlText.number(number));
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            return YamlText.literal(String.valueOf(value));
        } else if (value instanceof Enum<?> constant) {
            return YamlText.literal(Names.of(constant));
        } else if (value instanceof String text) {
            return YamlText.text(text);
        } else if (type.isSealed()) {
            return choice(grammar.union(type), value);
        }
        return mapping(grammar.record(type), value);
    }

    /** A name alone where that says it all, a bare value where there is one, else a mapping, with its name unless a key tells it. */
    private Object choice(UnionGrammar union, Object value) {
        RecordGrammar chosen = grammar.record(value.getClass());
        if (chosen.bare()) {
            Component only = chosen.components().get(0);
            return tree(only.type(), only.valueIn(value));
        }
        Map<String, Object> written = mapping(chosen, value);
        if (written.isEmpty()) {
            return YamlText.literal(chosen.name());
        }
        if (chosen.keyedBy().filter(written::containsKey).isPresent()) {
            return written;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        named.put(union.discriminator(), YamlText.literal(chosen.name()));
        named.putAll(written);
        return named;
    }
}
