package dnn.config.schema;

import dnn.api.Experiment;
import dnn.api.grammar.Names;
import dnn.api.initializer.Numbers;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Every mapping of an experiment as Markdown: its keys with type, default, bounds and meaning. */
public final class ReferenceTables {
    private static final String HEADER = "key | type | default | bounds | meaning |\n";
    private static final String RULE = "---|---|---|---|---|\n";

    private final Grammar grammar = new Grammar();
    private final Set<Class<?>> sections = new LinkedHashSet<>(List.of(Experiment.class));
    private final StringBuilder text = new StringBuilder();

    private ReferenceTables() {}

    /** The tables. */
    public static String text() {
        ReferenceTables tables = new ReferenceTables();
        // Writing a section may add further ones.
        for (int i = 0; i < tables.sections.size(); i++) {
            tables.section(new ArrayList<>(tables.sections).get(i));
        }
        return tables.text.toString();
    }

    private void section(Class<?> type) {
        text.append("### ").append(title(type)).append("\n\n");
        if (type.isRecord()) {
            record(grammar.record(type));
        } else {
            union(grammar.union(type));
        }
        text.append('\n');
    }

    private static String title(Class<?> type) {
        return Names.snakeCase(type.getSimpleName()).replace('_', ' ');
    }

    private void record(RecordGrammar record) {
        text.append(ExperimentSchema.describe(record.type())).append("\n\n| ").append(HEADER);
        text.append('|').append(RULE);
        for (Component component : record.components()) {
            if (component.inlined()) {
                UnionGrammar union = grammar.union((Class<?>) component.type());
                text.append("| `").append(union.discriminator()).append("` | ");
                text.append(typeInWords(component.accessor().getAnnotatedReturnType()));
                text.append(", whose keys stand beside the others | required | | ");
                text.append(ExperimentSchema.describe(record, component).orElse(""))
                        .append(" |\n");
            } else {
                text.append("| ").append(row(record, component));
            }
        }
    }

    private void union(UnionGrammar union) {
        boolean keyed =
                union.records().stream().anyMatch(choice -> choice.keyedBy().isPresent());
        text.append(
                        union.discriminator().equals("type")
                                ? "One of these, by name or as a mapping with `type`"
                                : "One of these, told by `" + union.discriminator() + "`")
                .append(keyed ? ", which may be left out where another key tells it" : "")
                .append(":\n\n| choice | meaning |\n|---|---|\n");
        for (RecordGrammar choice : union.records()) {
            text.append("| ")
                    .append(choiceInWords(choice))
                    .append(" | ")
                    .append(escape(ExperimentSchema.describe(choice.type())))
                    .append(" |\n");
        }
        List<RecordGrammar> withKeys = union.records().stream()
                .filter(choice -> !choice.components().isEmpty())
                .toList();
        if (!withKeys.isEmpty()) {
            text.append("\n| choice | ").append(HEADER).append("|---|").append(RULE);
            for (RecordGrammar choice : withKeys) {
                for (Component component : choice.components()) {
                    text.append("| ")
                            .append(choiceInWords(choice))
                            .append(" | ")
                            .append(row(choice, component));
                }
            }
        }
    }

    private static String choiceInWords(RecordGrammar choice) {
        if (choice.bare()) {
            return "a number";
        } else if (choice.otherNames().isPresent()) {
            return "a path with `/` or `.`";
        }
        return choice.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
    }

    private String row(RecordGrammar record, Component component) {
        AnnotatedType type = component.accessor().getAnnotatedReturnType();
        String fallback = ExperimentSchema.isRequired(record, component)
                ? "required"
                : ExperimentSchema.defaultText(record, component)
                        .map(value -> "`" + value + "`")
                        .orElse("");
        return (record.bare() ? "" : "`" + component.key() + "`")
                + " | " + escape(typeInWords(type)) + " | " + escape(record.bare() ? "" : fallback) + " | "
                + escape(bounds(component.accessor(), type)) + " | "
                + escape(ExperimentSchema.describe(record, component).orElse("")) + " |\n";
    }

    private static String escape(String cell) {
        return cell.replace("|", "\\|");
    }

    /** The bounds of a value and, for a list or mapping, of what is in it. */
    private static String bounds(AnnotatedElement component, AnnotatedType type) {
        String own = Bounds.of(component, type).inWords();
        if (!(type instanceof AnnotatedParameterizedType generic)) {
            return own;
        }
        AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
        AnnotatedType last = arguments[arguments.length - 1];
        String inner = bounds(last, last);
        return own.isEmpty() || inner.isEmpty() ? own + inner : own + "; each " + inner;
    }

    private String typeInWords(AnnotatedType annotated) {
        Type type = annotated.getType();
        if (type instanceof ParameterizedType generic) {
            AnnotatedType[] arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            String last = typeInWords(arguments[arguments.length - 1]);
            if (generic.getRawType() == Optional.class) {
                return last;
            }
            return generic.getRawType() == Map.class ? "mapping to " + last : "list of " + last;
        }
        return plainInWords((Class<?>) type);
    }

    private String plainInWords(Class<?> type) {
        if (type == int.class || type == long.class || type == OptionalInt.class || type == OptionalLong.class) {
            return "whole number";
        } else if (type == double.class || type == Double.class || type == OptionalDouble.class) {
            return "number";
        } else if (type == boolean.class) {
            return "`true` or `false`";
        } else if (type == String.class) {
            return "text";
        } else if (type == Numbers.class) {
            return "list of numbers, or list of such rows";
        } else if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .flatMap(each -> Names.all((Enum<?>) each).stream())
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
        }
        sections.add(type);
        String title = title(type);
        return "[" + title + "](#" + title.replace(' ', '-') + ")";
    }
}
