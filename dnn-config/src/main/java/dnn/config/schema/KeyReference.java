package dnn.config.schema;

import dnn.api.grammar.Names;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import dnn.config.yaml.Merge;
import dnn.config.yaml.ValueType;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of the reference about one key.
 *
 * @param key as written
 * @param type the kind of its values, in words
 * @param fallback {@code required}, or the default as it would be written, or nothing
 * @param bounds of the value and, for a list or mapping, of what is in it; possibly nothing
 * @param meaning one sentence; possibly nothing
 */
public record KeyReference(String key, String type, String fallback, String bounds, String meaning) {
    /** Stands for a default where there is none. */
    public static final String REQUIRED = "required";

    /** The words about the key that names a file below this one, which no record has. */
    public static final KeyReference EXTENDS =
            new KeyReference(Merge.EXTENDS, "path of a file", "", "", "The experiment that this one is merged over.");

    /** The words about a component, its choices by their names. */
    @SuppressWarnings("exports") // only modules that have the grammar have what to ask about
    public static KeyReference of(RecordGrammar record, Component component) {
        return of(record, component, KeyReference::named);
    }

    /**
     * The words about a component.
     *
     * @param section names a record or a choice that is described elsewhere
     */
    static KeyReference of(RecordGrammar record, Component component, Function<Class<?>, String> section) {
        String fallback = ExperimentSchema.isRequired(record, component)
                ? REQUIRED
                : ExperimentSchema.defaultText(record, component)
                        .map(value -> "`" + value + "`")
                        .orElse("");
        return new KeyReference(
                component.key(),
                component.type().accept(new TypeWords(section)),
                fallback,
                bounds(component),
                ExperimentSchema.describe(record, component).orElse(""));
    }

    /** The meaning of a record of the grammar, in one sentence. */
    public static String meaningOf(Class<?> record) {
        return ExperimentSchema.describe(record);
    }

    /** Tells whether a mapping without this key is refused. */
    public boolean isRequired() {
        return fallback.equals(REQUIRED);
    }

    /** The default as it would be written; nothing where there is none, or where the data decides. */
    public String defaultText() {
        return isRequired() || fallback.isEmpty() ? "" : fallback.substring(1, fallback.length() - 1);
    }

    private static String named(Class<?> type) {
        if (type.isRecord()) {
            return "mapping, " + Names.snakeCase(type.getSimpleName()).replace('_', ' ');
        }
        UnionGrammar union = new Grammar().union(type);
        return union.names().isEmpty()
                ? Names.snakeCase(type.getSimpleName()).replace('_', ' ')
                : union.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static String bounds(Component component) {
        Bounds own = Bounds.of(component.accessor(), component.accessor().getAnnotatedReturnType());
        return withInner(own, component.type());
    }

    private static String withInner(Bounds bounds, ValueType type) {
        String own = bounds.inWords();
        String inner = "";
        if (type instanceof ValueType.Items list) {
            inner = withInner(Bounds.of(list.annotations()), list.element());
        } else if (type instanceof ValueType.Entries map) {
            inner = withInner(Bounds.of(map.annotations()), map.value());
        } else if (type instanceof ValueType.Maybe maybe && maybe.annotations().isPresent()) {
            inner = withInner(Bounds.of(maybe.annotations().get()), maybe.value());
        }
        return own.isEmpty() || inner.isEmpty() ? own + inner : own + "; each " + inner;
    }
}
