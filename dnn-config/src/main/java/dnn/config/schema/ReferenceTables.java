package dnn.config.schema;

import dnn.api.Experiment;
import dnn.api.grammar.Names;
import dnn.config.yaml.Grammar;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
                UnionGrammar union = grammar.unionOf(component);
                text.append("| `").append(union.discriminator()).append("` | ");
                text.append(component.type().accept(new TypeWords(this::link)));
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
                        !union.measured().isEmpty()
                                ? "A number with its unit, such as `30 s`"
                                : union.discriminator().equals("type")
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
        if (!choice.units().isEmpty()) {
            return choice.units().stream()
                    .map(unit -> "`" + unit + "`")
                    .collect(Collectors.joining(" or ", "a number with ", ""));
        } else if (choice.bare()) {
            return "a number";
        } else if (choice.otherNames().isPresent()) {
            return "a path with `/` or `.`";
        }
        return choice.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
    }

    private String row(RecordGrammar record, Component component) {
        KeyReference key = KeyReference.of(record, component, this::link);
        return (record.bare() ? "" : "`" + key.key() + "`")
                + " | " + escape(key.type()) + " | " + escape(record.bare() ? "" : key.fallback()) + " | "
                + escape(key.bounds()) + " | "
                + escape(key.meaning()) + " |\n";
    }

    private static String escape(String cell) {
        return cell.replace("|", "\\|");
    }

    /** A link to the section of a type, which is written after this one. */
    private String link(Class<?> type) {
        sections.add(type);
        String title = title(type);
        return "[" + title + "](#" + title.replace(' ', '-') + ")";
    }
}
