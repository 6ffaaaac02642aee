package dnn.config.yaml;

import dnn.api.grammar.Names;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.Fix;
import dnn.config.diagnostic.FormDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values in forms that other tools have: what is meant is clear, though a mapping, a list or a number was expected. */
final class OtherForms {
    private static final String NUMBER = "\\d{1,9}";

    private OtherForms() {}

    /** A choice written as a call. */
    static Optional<Diagnostic> call(UnionGrammar union, ScalarNode scalar, String path) {
        if (!CallText.isCall(scalar.text())) {
            return Optional.empty();
        }
        Optional<String> mapping = scalar.plain() ? CallText.asMapping(union, scalar.text()) : Optional.empty();
        return Optional.of(FormDiagnostics.call(
                path,
                scalar.text(),
                CallText.name(scalar.text()),
                union.discriminator(),
                mapping,
                union.names(),
                scalar.span()));
    }

    /** Layers as programs stack them, {@code Sequential([Dense(20), Dense(1)])}, in the place of a list of them. */
    static Optional<Diagnostic> stack(UnionGrammar union, YamlNode node, String path, String wrapping) {
        if (!(node instanceof ScalarNode scalar) || !scalar.plain()) {
            return Optional.empty();
        }
        return CallText.stack(union, scalar.text()).map(elements -> {
            Optional<String> layers = elements.stream().allMatch(Optional::isPresent)
                    ? Optional.of(
                            elements.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ", "[", "]")))
                    : Optional.empty();
            return FormDiagnostics.stack(
                    path,
                    CallText.name(scalar.text()),
                    layers.map(list -> wrapping.isEmpty() ? list : "{" + wrapping + ": " + list + "}"),
                    scalar.span());
        });
    }

    /** Layers as programs stack them in the place of the record that holds a list of them. */
    private static Optional<Diagnostic> stackForRecord(RecordGrammar record, YamlNode node, String path) {
        return record.components().stream()
                .filter(component -> component.type() instanceof ValueType.Items items
                        && items.element() instanceof ValueType.Choice)
                .findFirst()
                .flatMap(component -> stack(
                        new Grammar().union(((ValueType.Choice) ((ValueType.Items) component.type()).element()).type()),
                        node,
                        path,
                        component.key()));
    }

    /** One name or call in brackets of its own, in the place of a choice. */
    static Optional<Diagnostic> inBrackets(SequenceNode sequence, String path) {
        if (sequence.items().size() != 1 || sequence.items().get(0) instanceof SequenceNode) {
            return Optional.empty();
        }
        YamlNode only = sequence.items().get(0);
        String text = only instanceof ScalarNode scalar ? scalar.text() : "{…}";
        Span whole = sequence.span();
        Span inner = only.span();
        boolean flow = sequence.complete() && !whole.start().equals(inner.start());
        List<Fix.Edit> edits = List.of(
                new Fix.Edit(whole.start().to(inner.start()), ""),
                new Fix.Edit(inner.end().to(whole.end()), ""));
        return flow
                ? Optional.of(FormDiagnostics.inBrackets(path, text, whole, new Fix("remove the brackets", edits)))
                : Optional.empty();
    }

    /** A single value in the place of a mapping: a switch, or the value of one of its keys. */
    static Optional<Diagnostic> scalarForRecord(RecordGrammar record, YamlNode node, String path, boolean optional) {
        if (!(node instanceof ScalarNode scalar)) {
            return Optional.empty();
        }
        Optional<Diagnostic> stack = stackForRecord(record, node, path);
        if (stack.isPresent()) {
            return stack;
        }
        String expected = "a mapping with "
                + record.components().stream().map(Component::key).collect(Collectors.joining(", "));
        String found = ScalarReader.describe(node);
        if (YamlScalars.kind(scalar) == YamlScalars.Kind.BOOLEAN
                && optional
                && record.defaults().isPresent()) {
            boolean on = Boolean.parseBoolean(scalar.text());
            return Optional.of(
                    FormDiagnostics.switched(path, expected, found, on ? example(record) : "null", on, node.span()));
        }
        return valueOfKey(record, scalar)
                .map(key -> FormDiagnostics.valueOfKey(
                        path, expected, found, "{" + key + ": " + scalar.text() + "}", node.span()))
                .or(() -> LooseForms.keyAlone(record, scalar, path, expected));
    }

    /** The record with its first number written out. */
    private static String example(RecordGrammar record) {
        for (Component component : record.components()) {
            if (component.type() instanceof ValueType.Whole) {
                return "{" + component.key() + ": "
                        + record.defaultOf(component).orElseThrow() + "}";
            }
        }
        return "{}";
    }

    /** The key of the record of which this name can be the value, the first if there are several. */
    private static Optional<String> valueOfKey(RecordGrammar record, ScalarNode scalar) {
        return record.components().stream()
                .filter(component -> isNameOf(inside(component.type()), scalar.text()))
                .map(Component::key)
                .findFirst();
    }

    private static boolean isNameOf(ValueType type, String name) {
        if (type instanceof ValueType.Constant constant) {
            return Stream.of(constant.type().getEnumConstants())
                    .anyMatch(each -> Names.all((Enum<?>) each).contains(name));
        }
        return type instanceof ValueType.Choice choice
                && new Grammar().union(choice.type()).named(name).isPresent();
    }

    private static ValueType inside(ValueType type) {
        return type instanceof ValueType.Maybe maybe ? maybe.value() : type;
    }

    /** Layers as a list of their sizes. */
    static Optional<Diagnostic> sizes(UnionGrammar union, SequenceNode sequence, String path) {
        Optional<String> key = sizeKey(union);
        return key.isEmpty() || !areNumbers(sequence)
                ? Optional.empty()
                : Optional.of(FormDiagnostics.sizes(path, texts(sequence), sequence.span()));
    }

    /** Tells whether this is a list of at least two whole numbers. */
    static boolean areNumbers(SequenceNode sequence) {
        return sequence.items().size() > 1
                && sequence.items().stream()
                        .allMatch(item -> item instanceof ScalarNode scalar
                                && scalar.text().matches(NUMBER));
    }

    static List<String> texts(SequenceNode sequence) {
        return sequence.items().stream().map(item -> ((ScalarNode) item).text()).toList();
    }

    private static Optional<String> sizeKey(UnionGrammar union) {
        return union.records().stream()
                .filter(record -> record.components().stream()
                        .anyMatch(component -> component.key().equals("units")))
                .map(RecordGrammar::name)
                .findFirst();
    }

    /** Layers as a mapping from their names. */
    static Optional<Diagnostic> named(UnionGrammar union, MappingNode mapping, String path) {
        List<String> names = mapping.entries().stream()
                .filter(entry -> entry.value() instanceof MappingNode)
                .map(entry -> entry.key().text())
                .toList();
        return names.isEmpty() || names.size() < mapping.entries().size()
                ? mapping.get(union.discriminator()).map(type -> FormDiagnostics.oneOfSeveral(path, mapping.span()))
                : Optional.of(FormDiagnostics.namesAsKeys(
                        path, names, mapping.entries().get(0).key().span()));
    }

    /**
     * A mapping that stands alone among elements which each hold other keys of the same record: one element written
     * with a dash before each key.
     *
     * @param keys of the elements after the first
     * @param dashes how many elements it is spread over
     */
    record Spread(List<String> keys, int dashes, Optional<Fix> fix) {}

    /** The element from {@code first} on that is spread over several dashes. */
    static Optional<Spread> spread(UnionGrammar union, SequenceNode sequence, int first) {
        if (!(sequence.items().get(first) instanceof MappingNode start)
                || start.get(union.discriminator())
                        .map(MappingNode.Entry::value)
                        .filter(ScalarNode.class::isInstance)
                        .isEmpty()) {
            return Optional.empty();
        }
        String type =
                ((ScalarNode) start.get(union.discriminator()).orElseThrow().value()).text();
        Optional<RecordGrammar> record = union.named(type);
        if (record.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = new ArrayList<>(
                start.entries().stream().map(entry -> entry.key().text()).toList());
        List<String> keys = new ArrayList<>();
        List<Fix.Edit> edits = new ArrayList<>();
        int dash = sequence.span().column();
        boolean block = true;
        int at = first + 1;
        for (; at < sequence.items().size(); at++) {
            if (!(sequence.items().get(at) instanceof MappingNode next)
                    || next.get(union.discriminator()).isPresent()
                    || !next.entries().stream()
                            .allMatch(entry -> isKeyOf(record.get(), entry.key().text())
                                    && !known.contains(entry.key().text()))) {
                break;
            }
            next.entries().forEach(entry -> known.add(entry.key().text()));
            next.entries().forEach(entry -> keys.add(entry.key().text()));
            Span place = next.span();
            block &= place.column() == dash + 2 && start.span().column() == dash + 2;
            edits.add(new Fix.Edit(new Span(place.source(), place.line(), dash, place.line(), dash + 1), " "));
        }
        boolean lacked = record.get().components().stream()
                .anyMatch(component -> record.get().requires(component)
                        && start.get(component.key()).isEmpty());
        return keys.isEmpty() || !(lacked || keys.size() > 1)
                ? Optional.empty()
                : Optional.of(new Spread(
                        keys, at - first, block ? Optional.of(new Fix("remove the dashes", edits)) : Optional.empty()));
    }

    private static boolean isKeyOf(RecordGrammar record, String key) {
        return record.components().stream()
                .anyMatch(component -> component.key().equals(key));
    }
}
