package dnn.config.yaml;

import dnn.api.Experiment;
import dnn.api.initializer.Numbers;
import dnn.api.path.ValuePath;
import dnn.config.diagnostic.Diagnostic;
import dnn.config.diagnostic.FormDiagnostics;
import dnn.config.diagnostic.Span;
import dnn.config.diagnostic.WordMeaning;
import dnn.config.diagnostic.YamlDiagnostics;
import dnn.config.yaml.Choices.Choice;
import dnn.config.yaml.Grammar.Component;
import dnn.config.yaml.Grammar.RecordGrammar;
import dnn.config.yaml.Grammar.UnionGrammar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns a tree into records by the grammar of their annotations. A value that cannot be read is reported, its path
 * remembered as unreadable, and a placeholder put in its place, so that the rest is read all the same. Methods answer
 * null for what could not be read. One file, since the cases call each other.
 */
public final class Binder {
    private final Grammar grammar = new Grammar();
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, Span> values = new HashMap<>();
    private final Map<String, Span> keys = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final ScalarReader scalars = new ScalarReader(findings);
    private final Choices choices = new Choices(scalars, findings, keys, values);

    private Binder() {}

    /** The experiment that {@code root} declares. */
    public static Binding bind(MappingNode root) {
        Binder binder = new Binder();
        binder.values.put("", root.span());
        Object experiment = binder.record(binder.grammar.record(Experiment.class), root, "", null);
        return new Binding((Experiment) experiment, binder.values, binder.keys, binder.unreadable, binder.findings);
    }

    private @Nullable Object value(ValueType type, YamlNode node, String path) {
        values.put(path, node.span());
        if (node instanceof UnreadableNode) {
            return null;
        }
        return type.accept(new Reader(node, path)).orElse(null);
    }

    /** Reads one node as a value of the kind that is asked for; nothing where it cannot be read. */
    private final class Reader implements ValueType.Visitor<Optional<Object>> {
        private final YamlNode node;
        private final String path;
        private boolean optional;

        private Reader(YamlNode node, String path) {
            this.node = node;
            this.path = path;
        }

        @Override
        public Optional<Object> whole(ValueType.Whole type) {
            Object number = scalars.integer(node, path, type.least(), type.greatest());
            return Optional.ofNullable(
                    number instanceof Long value && !type.isLong() ? (Object) value.intValue() : number);
        }

        @Override
        public Optional<Object> decimal(ValueType.Decimal type) {
            return Optional.ofNullable(scalars.number(node, path));
        }

        @Override
        public Optional<Object> truth(ValueType.Truth type) {
            return Optional.ofNullable(scalars.truth(node, path));
        }

        @Override
        public Optional<Object> text(ValueType.Text type) {
            return Optional.ofNullable(scalars.text(node, path));
        }

        @Override
        public Optional<Object> constant(ValueType.Constant type) {
            return Optional.ofNullable(scalars.constant(type.type(), node, path));
        }

        @Override
        public Optional<Object> numbers(ValueType.Matrix type) {
            return Optional.ofNullable(Binder.this.numbers(node, path));
        }

        @Override
        public Optional<Object> optional(ValueType.Maybe type) {
            if (isWrittenNull(node)) {
                return Optional.of(type.empty());
            }
            optional = true;
            return type.value().accept(this).map(type::of);
        }

        @Override
        public Optional<Object> list(ValueType.Items type) {
            return Optional.ofNullable(Binder.this.list(type.element(), node, path));
        }

        @Override
        public Optional<Object> map(ValueType.Entries type) {
            return Optional.ofNullable(Binder.this.map(type.value(), node, path));
        }

        @Override
        public Optional<Object> record(ValueType.Mapping type) {
            RecordGrammar record = grammar.record(type.type());
            return Optional.ofNullable(
                    node instanceof MappingNode mapping
                            ? Binder.this.record(record, mapping, path, null)
                            : notAMapping(node, path, record, optional));
        }

        @Override
        public Optional<Object> union(ValueType.Choice type) {
            return Optional.ofNullable(Binder.this.union(grammar.union(type.type()), node, path));
        }
    }

    /**
     * A written {@code null} or {@code ~}, which takes an optional value away; nothing at all after the colon is an
     * omission.
     */
    private static boolean isWrittenNull(YamlNode node) {
        return node instanceof ScalarNode scalar
                && YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING
                && !scalar.text().isEmpty();
    }

    private @Nullable Object notAMapping(YamlNode node, String path, RecordGrammar record, boolean optional) {
        List<String> allowed = record.components().stream().map(Component::key).toList();
        if (node instanceof ScalarNode scalar
                && glued(scalar.text(), new HashSet<>(allowed)).isPresent()) {
            String key = scalar.text().substring(0, scalar.text().indexOf(':'));
            findings.add(YamlDiagnostics.gluedKey(
                    path, key, scalar.text().substring(key.length() + 1), gluedSpan(scalar, key)));
            return null;
        }
        Optional<Diagnostic> form = OtherForms.scalarForRecord(record, node, path, optional);
        if (form.isPresent()) {
            findings.add(form.get());
            return null;
        }
        return scalars.wrongType(node, path, "a mapping with " + String.join(", ", allowed));
    }

    private static Optional<String> glued(String text, Set<String> keys) {
        int colon = text.indexOf(':');
        return colon > 0 && colon + 1 < text.length() && keys.contains(text.substring(0, colon))
                ? Optional.of(text.substring(0, colon))
                : Optional.empty();
    }

    private static Span gluedSpan(ScalarNode scalar, String key) {
        Span span = scalar.span();
        return new Span(span.source(), span.line(), span.column(), span.line(), span.column() + key.length() + 1);
    }

    private @Nullable Object list(ValueType element, YamlNode node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            if (node instanceof ScalarNode scalar
                    && scalar.plain()
                    && scalar.text().matches("[\\w.*?-]+")
                    && isWhole(element, scalar)) {
                findings.add(YamlDiagnostics.listOfOne(path, ScalarReader.describe(node), scalar.text(), node.span()));
                return null;
            }
            Optional<Diagnostic> stack = element instanceof ValueType.Choice choice
                    ? OtherForms.stack(grammar.union(choice.type()), node, path, "")
                    : Optional.empty();
            if (stack.isPresent()) {
                findings.add(stack.get());
                return null;
            }
            Optional<Diagnostic> named = element instanceof ValueType.Choice choice
                            && node instanceof MappingNode mapping
                            && mapping.complete()
                    ? OtherForms.named(grammar.union(choice.type()), mapping, path)
                    : Optional.empty();
            if (named.isPresent()) {
                findings.add(named.get());
                return null;
            }
            return scalars.wrongType(node, path, "a list");
        }
        Optional<Diagnostic> sizes = element instanceof ValueType.Choice choice
                ? OtherForms.sizes(grammar.union(choice.type()), sequence, path)
                : Optional.empty();
        if (sizes.isPresent()) {
            findings.add(sizes.get());
            return null;
        }
        if (!sequence.complete()) {
            unreadable.add(path);
        }
        List<Object> elements = new ArrayList<>();
        int spreadTo = 0;
        for (YamlNode item : sequence.items()) {
            int index = elements.size();
            String itemPath = ValuePath.element(path, index);
            keys.put(itemPath, item.span());
            Optional<OtherForms.Spread> spread = element instanceof ValueType.Choice choice && index >= spreadTo
                    ? OtherForms.spread(grammar.union(choice.type()), sequence, index)
                    : Optional.empty();
            if (spread.isPresent()) {
                spreadTo = index + spread.get().dashes();
                findings.add(FormDiagnostics.spread(
                        itemPath,
                        spread.get().keys(),
                        spread.get().dashes(),
                        spread.get().fix(),
                        item.span()));
            }
            Object value = index < spreadTo ? null : value(element, item, itemPath);
            if (value == null) {
                unreadable.add(itemPath);
                value = placeholder(element);
            }
            elements.add(value);
        }
        return elements;
    }

    /** Tells whether the value is an element as it stands, with no key left to be added. */
    private boolean isWhole(ValueType element, ScalarNode scalar) {
        if (element instanceof ValueType.Choice choice) {
            return grammar.union(choice.type())
                    .named(scalar.text())
                    .filter(record -> record.components().stream().noneMatch(record::requires))
                    .isPresent();
        }
        return element instanceof ValueType.Text && YamlScalars.kind(scalar) != YamlScalars.Kind.NOTHING;
    }

    private Object placeholder(ValueType type) {
        if (type instanceof ValueType.Text) {
            return "";
        } else if (type instanceof ValueType.Choice choice) {
            RecordGrammar first = grammar.union(choice.type()).records().get(0);
            return first.defaults().orElseGet(() -> first.construct(List.of()));
        }
        throw new IllegalStateException("no placeholder for " + type);
    }

    private @Nullable Object map(ValueType element, YamlNode node, String path) {
        if (!(node instanceof MappingNode mapping)) {
            return scalars.wrongType(node, path, "a mapping");
        }
        if (!mapping.complete()) {
            unreadable.add(path);
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            String childPath = ValuePath.child(path, entry.key().text());
            keys.put(childPath, entry.key().span());
            Object value = value(element, entry.value(), childPath);
            if (value == null) {
                unreadable.add(childPath);
            } else {
                entries.put(entry.key().text(), value);
            }
        }
        return entries;
    }

    private @Nullable Object numbers(YamlNode node, String path) {
        if (!(node instanceof SequenceNode sequence)) {
            return scalars.wrongType(node, path, "a list of numbers, or a list of rows of numbers");
        }
        boolean nested = !sequence.items().isEmpty() && sequence.items().get(0) instanceof SequenceNode;
        List<List<Double>> rows = new ArrayList<>();
        boolean readable = sequence.complete();
        if (!nested) {
            List<Double> row = row(sequence, path);
            return row == null || !readable ? null : new Numbers(List.of(row), false);
        }
        for (YamlNode item : sequence.items()) {
            String rowPath = ValuePath.element(path, rows.size());
            values.put(rowPath, item.span());
            if (item instanceof SequenceNode rowNode) {
                List<Double> row = row(rowNode, rowPath);
                readable &= row != null;
                rows.add(row == null ? List.of() : row);
            } else {
                scalars.wrongType(item, rowPath, "a row of numbers like the rows before it");
                readable = false;
                rows.add(List.of());
            }
        }
        return readable ? new Numbers(rows, true) : null;
    }

    private @Nullable List<Double> row(SequenceNode row, String path) {
        List<Double> numbers = new ArrayList<>();
        boolean readable = row.complete();
        for (int i = 0; i < row.items().size(); i++) {
            Double number = scalars.number(row.items().get(i), ValuePath.element(path, i));
            readable &= number != null;
            numbers.add(number == null ? Double.valueOf(0) : number);
        }
        return readable ? numbers : null;
    }

    private @Nullable Object union(UnionGrammar union, YamlNode node, String path) {
        if (!union.measured().isEmpty()) {
            return measured(union, node, path);
        }
        if (node instanceof MappingNode mapping) {
            Choice choice = choices.choose(union, mapping, path);
            if (choice == null) {
                return null;
            }
            Object chosen = record(choice.record(), mapping, path, choice);
            return choice.certain() ? chosen : null;
        }
        Optional<RecordGrammar> bare = union.bare();
        if (!(node instanceof ScalarNode scalar) || YamlScalars.kind(scalar) == YamlScalars.Kind.NOTHING) {
            Optional<Diagnostic> bracketed =
                    node instanceof SequenceNode sequence && listKey(union).isEmpty()
                            ? OtherForms.inBrackets(sequence, path)
                            : Optional.empty();
            findings.add(bracketed.orElseGet(() -> YamlDiagnostics.notAChoice(
                    path, union.names(), listKey(union), ScalarReader.describe(node), node.span())));
            return null;
        }
        Optional<RecordGrammar> named = union.named(scalar.text()).filter(record -> !record.bare());
        if (named.isPresent()) {
            return record(named.get(), MappingNode.empty(node.span()), path, null);
        }
        boolean numeric = YamlScalars.kindOf(scalar.text()) == YamlScalars.Kind.INTEGER
                || YamlScalars.kindOf(scalar.text()) == YamlScalars.Kind.FLOAT
                || YamlScalars.numberIn11(scalar.text()).isPresent();
        if (bare.isPresent() && numeric) {
            RecordGrammar record = bare.get();
            Object only = value(record.components().get(0).type(), node, path);
            return only == null ? null : record.construct(List.of(only));
        }
        Optional<String> otherwise = bare.map(record -> "or a number");
        Optional<Diagnostic> call = OtherForms.call(union, scalar, path);
        if (call.isPresent()) {
            findings.add(call.get());
            return null;
        }
        String kind = Vocabulary.kind(union.type());
        WordMeaning meaning = Vocabulary.ofExperiments().value(kind, scalar.text(), union.allNames());
        Diagnostic finding = YamlDiagnostics.unknownValue(
                path, scalar.text(), node.span(), Vocabulary.article(kind), union.names(), meaning, otherwise);
        findings.add(Wrapped.holder(union, scalar.text())
                .map(holder -> YamlDiagnostics.wrapped(
                        finding, node.span(), "{type: " + holder + ", " + holder + ": " + scalar.text() + "}"))
                .orElse(finding));
        return null;
    }

    private @Nullable Object measured(UnionGrammar union, YamlNode node, String path) {
        Optional<Measure> measure =
                node instanceof ScalarNode scalar ? Measure.of(union, scalar) : Optional.<Measure>empty();
        if (measure.isEmpty()) {
            findings.add(Measure.finding(union, node, path));
            return null;
        }
        RecordGrammar record = measure.get().choice();
        Object only = value(record.components().get(0).type(), measure.get().number(), path);
        return only == null ? null : record.construct(List.of(only));
    }

    /** The key under which a list could have been meant as this choice. */
    private static Optional<String> listKey(UnionGrammar union) {
        return union.records().stream()
                .filter(record -> record.components().size() == 1
                        && record.components().get(0).type() instanceof ValueType.Matrix)
                .findFirst()
                .flatMap(RecordGrammar::keyedBy);
    }

    /** A mapping as this record; {@code choice} says what it was chosen from. */
    private Object record(RecordGrammar record, MappingNode mapping, String path, @Nullable Choice choice) {
        KeyMatch match = new KeyMatch(mapping, path, findings);
        match.isA(Vocabulary.kind(record.type()));
        if (choice != null) {
            match.chosenFrom(choice.union(), choice.record());
            Choices.renamedDiscriminator(choice.union(), mapping)
                    .ifPresent(entry -> match.isReported(entry, choice.union().discriminator()));
        } else if (path.isEmpty()) {
            match.alsoMention(Merge.EXTENDS);
        }
        Map<Component, Optional<Choice>> inlined = new HashMap<>();
        for (Component component : record.components()) {
            if (component.inlined()) {
                UnionGrammar union = grammar.unionOf(component);
                Choice inner = choices.choose(union, mapping, path);
                inlined.put(component, Optional.ofNullable(inner));
                Choices.renamedDiscriminator(union, mapping)
                        .ifPresent(entry -> match.isReported(entry, union.discriminator()));
                if (inner == null) {
                    match.allowAll(union);
                } else {
                    match.chosenFrom(union, inner.record());
                    inner.record().components().forEach(match::allow);
                }
            } else {
                match.allow(component);
            }
        }
        match.run();
        return construct(record, mapping, path, match, inlined);
    }

    private Object construct(
            RecordGrammar record,
            MappingNode mapping,
            String path,
            KeyMatch match,
            Map<Component, Optional<Choice>> inlined) {
        List<Object> arguments = new ArrayList<>();
        for (Component component : record.components()) {
            String childPath = ValuePath.child(path, component.key());
            Object value = null;
            if (component.inlined()) {
                Optional<Choice> choice = inlined.getOrDefault(component, Optional.empty());
                if (choice.isPresent()) {
                    value = construct(choice.get().record(), mapping, path, match, Map.of());
                }
                if (choice.isEmpty() || !choice.get().certain()) {
                    unreadable.add(childPath);
                }
            } else {
                value = component(record, component, mapping, childPath, match);
            }
            arguments.add(value != null ? value : record.defaultOf(component).orElseGet(() -> zero(component.type())));
        }
        return record.construct(arguments);
    }

    private @Nullable Object component(
            RecordGrammar record, Component component, MappingNode mapping, String path, KeyMatch match) {
        Optional<MappingNode.Entry> entry = match.entry(component.key());
        if (entry.isPresent()) {
            keys.put(path, entry.get().key().span());
            Object value = value(component.type(), entry.get().value(), path);
            if (value == null || match.isBroken(component.key())) {
                unreadable.add(path);
            }
            return value;
        }
        Optional<MappingNode.Entry> misspelt = match.misspelt(component.key());
        misspelt.ifPresent(written -> value(component.type(), written.value(), path));
        if (match.isDoubtful(component.key()) || !mapping.complete()) {
            unreadable.add(path);
        } else if (record.requires(component)) {
            unreadable.add(path);
            String holder = path.substring(
                    0, Math.max(0, path.length() - component.key().length() - 1));
            findings.add(YamlDiagnostics.missingKey(
                    holder, component.key(), record.name(), namesOf(component), choices.holder(mapping, holder)));
        }
        return null;
    }

    private List<String> namesOf(Component component) {
        return component.type() instanceof ValueType.Choice choice
                ? grammar.union(choice.type()).names()
                : List.of();
    }

    /** A placeholder for a component of a record without defaults. */
    private static Object zero(ValueType type) {
        if (type instanceof ValueType.Whole whole) {
            return whole.isLong() ? (Object) 0L : (Object) 0;
        } else if (type instanceof ValueType.Decimal) {
            return 0.0;
        }
        throw new IllegalStateException("a record with a component of " + type + " needs defaults()");
    }
}
