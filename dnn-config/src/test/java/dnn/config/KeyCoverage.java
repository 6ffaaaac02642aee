package dnn.config;

import dnn.api.Experiment;
import dnn.api.initializer.Numbers;
import dnn.api.path.ValuePath;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which keys of which records there are, by reflection, and which of them experiments write. Named {@code Record.key}.
 * Explicit numbers are written without keys.
 */
final class KeyCoverage {
    private final Grammar grammar = new Grammar();

    /** Every key of every record that an experiment may hold. */
    Set<String> all() {
        Set<Class<?>> records = new HashSet<>();
        reach(Experiment.class, records);
        Set<String> keys = new TreeSet<>();
        for (Class<?> record : records) {
            for (Component component : grammar.record(record).components()) {
                if (!component.inlined()) {
                    keys.add(name(record, component));
                }
            }
        }
        return keys;
    }

    private static String name(Class<?> record, Component component) {
        String enclosing = record.getEnclosingClass() == null
                ? ""
                : record.getEnclosingClass().getSimpleName() + ".";
        return enclosing + record.getSimpleName() + "." + component.key();
    }

    private void reach(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> reach(argument, records));
        } else if (type instanceof Class<?> plain && plain.isSealed()) {
            Arrays.stream(plain.getPermittedSubclasses()).forEach(choice -> reach(choice, records));
        } else if (type instanceof Class<?> plain && plain.isRecord() && plain != Numbers.class && records.add(plain)) {
            grammar.record(plain)
                    .components()
                    .forEach(component -> reach(component.accessor().getGenericReturnType(), records));
        }
    }

    /** The keys that stand in a text. */
    Set<String> written(LoadedExperiment loaded) {
        Set<String> keys = new TreeSet<>();
        collect(loaded.experiment(), "", loaded, keys);
        return keys;
    }

    private void collect(Object value, String path, LoadedExperiment loaded, Set<String> keys) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> collect(present, path, loaded, keys));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), ValuePath.element(path, i), loaded, keys);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> collect(each, ValuePath.child(path, String.valueOf(key)), loaded, keys));
        } else if (value instanceof Record && !(value instanceof Numbers)) {
            Grammar.RecordGrammar record = grammar.record(value.getClass());
            for (Component component : record.components()) {
                String place = component.inlined() || record.bare() ? path : ValuePath.child(path, component.key());
                if (!component.inlined() && loaded.keySpanOf(place).isPresent()) {
                    keys.add(name(value.getClass(), component));
                }
                collect(component.valueIn(value), place, loaded, keys);
            }
        }
    }
}
