package dnn.config.yaml;

import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.Span;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.List;
import java.util.Optional;

/**
 * A choice whose name is written in a place of its own: as a key, {@code {adam: {learning_rate: 0.01}}} and
 * {@code dropout: 0.5}, or without the layer that holds it, {@code {type: relu}}.
 *
 * @param name of the choice
 * @param written how it is to be written
 * @param place of the name
 * @param fix the edit that does so, where it is certain
 */
record Wrapped(String name, String written, Span place, Optional<Fix> fix) {

    /**
     * The record of this union that holds such a name as its one component: an activation stands in a layer
     * `activation`.
     */
    static Optional<String> holder(UnionGrammar union, String name) {
        return union.records().stream()
                .filter(record -> record.components().stream()
                        .anyMatch(component -> component.key().equals(record.name()) && isNameOf(component, name)))
                .map(RecordGrammar::name)
                .findFirst();
    }

    private static boolean isNameOf(Component component, String name) {
        return component.type() instanceof ValueType.Choice choice
                && new Grammar().union(choice.type()).named(name).isPresent();
    }

    /** The word that takes the place of the name in {@code {type: relu}}. */
    static String inMapping(MappingNode mapping, String holder, String name) {
        String separator = isFlow(mapping) ? ", " : newLine(mapping);
        return holder + separator + holder + ": " + name;
    }

    private static String newLine(MappingNode mapping) {
        return "\n" + " ".repeat(mapping.entries().get(0).key().span().column() - 1);
    }

    private static boolean isFlow(MappingNode mapping) {
        Span first = mapping.entries().get(0).key().span();
        return !mapping.span().start().equals(first.start());
    }

    /** A mapping whose first key is the name of a choice. */
    static Optional<Wrapped> nameAsKey(UnionGrammar union, MappingNode mapping) {
        if (mapping.entries().isEmpty()) {
            return Optional.empty();
        }
        MappingNode.Entry entry = mapping.entries().get(0);
        String key = entry.key().text();
        Optional<RecordGrammar> named = union.named(key)
                .or(() -> Vocabulary.ofExperiments()
                        .value(Vocabulary.kind(union.type()), key, union.allNames())
                        .certainWord()
                        .flatMap(union::named));
        boolean othersFit = named.isPresent()
                && mapping.entries().stream()
                        .skip(1)
                        .allMatch(other -> named.get().components().stream()
                                .anyMatch(component ->
                                        component.key().equals(other.key().text())));
        if (!othersFit) {
            return Optional.empty();
        }
        String type = union.discriminator() + ": " + named.get().name();
        boolean alone = mapping.entries().size() == 1;
        boolean flow = isFlow(mapping);
        String separator = flow || alone ? ", " : newLine(mapping);
        Span place = entry.key().span();
        YamlNode value = entry.value();
        if (value instanceof ScalarNode scalar && YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING) {
            return Optional.of(new Wrapped(named.get().name(), "{" + type + "}", place, Optional.empty()));
        }
        if (value instanceof ScalarNode scalar) {
            Optional<Component> main = main(named.get());
            if (main.isEmpty()) {
                return Optional.empty();
            }
            String inside = type + separator + main.get().key() + ": " + scalar.text();
            String whole = alone && !flow ? "{" + inside + "}" : inside;
            return Optional.of(new Wrapped(
                    named.get().name(),
                    "{" + type + ", " + main.get().key() + ": " + scalar.text() + "}",
                    place,
                    Optional.of(Fix.replace(place.to(scalar.span()), whole, "write `" + type + "`"))));
        }
        if (value instanceof MappingNode inner && !inner.entries().isEmpty()) {
            Span first = inner.entries().get(0).key().span();
            boolean edit = alone && isFlow(inner) && inner.complete();
            Fix.Edit opening = new Fix.Edit(place.to(first.start()), (flow ? "" : "{") + type + ", ");
            Span end = inner.span().end();
            Span brace = new Span(end.source(), end.line(), end.column() - 1, end.line(), end.column());
            List<Fix.Edit> edits = flow ? List.of(opening, new Fix.Edit(brace, "")) : List.of(opening);
            return Optional.of(new Wrapped(
                    named.get().name(),
                    "{" + type + ", …}",
                    place,
                    edit ? Optional.of(new Fix("write `" + type + "`", edits)) : Optional.empty()));
        }
        return Optional.empty();
    }

    /** The component that a single value means: the only required one, or the first. */
    static Optional<Component> main(RecordGrammar record) {
        List<Component> required =
                record.components().stream().filter(record::requires).toList();
        return required.size() == 1
                ? Optional.of(required.get(0))
                : required.isEmpty() ? record.components().stream().findFirst() : Optional.empty();
    }
}
