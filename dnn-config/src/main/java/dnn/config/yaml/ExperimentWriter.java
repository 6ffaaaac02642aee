package dnn.config.yaml;

import dnn.api.Experiment;
import dnn.api.grammar.Names;
import dnn.api.initializer.Numbers;
import dnn.api.path.ValuePath;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** One value in short, in one line, as a component of this kind is written. */
    public static String writeValue(ValueType type, Object value) {
        return YamlText.line(new ExperimentWriter(false).tree(type, value));
    }

    /** Every value of an experiment in one line each, by its path; what is absent is left out. */
    public static Map<String, String> values(Experiment experiment) {
        ExperimentWriter writer = new ExperimentWriter(true);
        Map<String, String> values = new LinkedHashMap<>();
        flatten("", writer.mapping(writer.grammar.record(Experiment.class), experiment), values);
        return values;
    }

    private static void flatten(String path, Object tree, Map<String, String> values) {
        if (tree instanceof Map<?, ?> mapping && !mapping.isEmpty()) {
            mapping.forEach((key, value) -> flatten(ValuePath.child(path, (String) key), value, values));
        } else if (tree instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(ValuePath.element(path, i), list.get(i), values);
            }
        } else {
            values.put(path, YamlText.line(tree));
        }
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
                inline(mapping, grammar.unionOf(component), part);
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
        boolean isDefault = record.defaultOf(component).filter(part::equals).isPresent();
        if (ValueType.Maybe.isAbsent(part)) {
            return !isDefault && !record.requires(component);
        }
        return complete || record.requires(component) || !isDefault;
    }

    private Object tree(ValueType type, Object value) {
        return type.accept(new Literals(value));
    }

    /** One value as nested maps, lists and literals. */
    private final class Literals implements ValueType.Visitor<Object> {
        private final Object value;

        private Literals(Object value) {
            this.value = value;
        }

        @Override
        public Object whole(ValueType.Whole type) {
            return YamlText.literal(String.valueOf(value));
        }

        @Override
        public Object decimal(ValueType.Decimal type) {
            return YamlText.literal(YamlText.number((Double) value));
        }

        @Override
        public Object truth(ValueType.Truth type) {
            return YamlText.literal(String.valueOf(value));
        }

        @Override
        public Object text(ValueType.Text type) {
            return YamlText.text((String) value);
        }

        @Override
        public Object constant(ValueType.Constant type) {
            return YamlText.literal(Names.of((Enum<?>) value));
        }

        @Override
        public Object numbers(ValueType.Matrix type) {
            Numbers numbers = (Numbers) value;
            List<Object> rows = new ArrayList<>();
            for (List<Double> row : numbers.rows()) {
                rows.add(new ArrayList<Object>(row.stream()
                        .map(number -> YamlText.literal(YamlText.number(number)))
                        .toList()));
            }
            return numbers.nested() ? rows : rows.get(0);
        }

        @Override
        public Object optional(ValueType.Maybe type) {
            return ValueType.Maybe.in(value)
                    .map(present -> tree(type.value(), present))
                    .orElseGet(() -> YamlText.literal("null"));
        }

        @Override
        public Object list(ValueType.Items type) {
            List<Object> items = new ArrayList<>();
            ((List<?>) value).forEach(item -> items.add(tree(type.element(), item)));
            return items;
        }

        @Override
        public Object map(ValueType.Entries type) {
            Map<String, Object> entries = new LinkedHashMap<>();
            ((Map<?, ?>) value).forEach((key, entry) -> entries.put((String) key, tree(type.value(), entry)));
            return entries;
        }

        @Override
        public Object record(ValueType.Mapping type) {
            return mapping(grammar.record(type.type()), value);
        }

        @Override
        public Object union(ValueType.Choice type) {
            return choice(grammar.union(type.type()), value);
        }
    }

    /**
     * A name alone where that says it all, a bare value where there is one, else a mapping, with its name unless a key
     * tells it.
     */
    private Object choice(UnionGrammar union, Object value) {
        RecordGrammar chosen = grammar.record(value.getClass());
        if (chosen.bare()) {
            Component only = chosen.components().get(0);
            return chosen.units().isEmpty()
                    ? tree(only.type(), only.valueIn(value))
                    : YamlText.text(
                            Measure.text(only.valueIn(value), chosen.units().get(0)));
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
